import { describe, expect, it } from "vitest";
import { LABEL_NOISE } from "../../../lib/chapters/selfDistillation/digitStudies.js";
import { expectStated, stated } from "../../support/claims.js";
import { cellsOf, printedBy, sourceOf } from "../../support/notebookText.js";

// Training the 1360 networks takes a minute. The ledger quotes the notebook's committed tables, which the notebook tests
// compute again byte for byte; here they are read and reckoned with. No outside source has these numbers.
function tableOf(study: string) {
  const cell = cellsOf("05-self-distillation").find((c) =>
    sourceOf(c).includes(`digitTable(${study}`),
  );
  const rows = printedBy(cell as never).matchAll(
    /^\| ([^|]+) \| ([\d.]+) \| (?:(-?[\d.]+) ± ([\d.]+)|–) \|/gm,
  );
  const arms = Array.from(rows, ([, arm, rate, difference, error]) => {
    return [arm, { rate: Number(rate), difference: Number(difference), error: Number(error) }];
  });
  return Object.fromEntries(arms) as Record<
    string,
    { rate: number; difference: number; error: number }
  >;
}

describe("claim 18: self-distillation in small networks", () => {
  const clean = tableOf("sameSize");
  const noisy = tableOf("noisy");

  it("on clean digits makes a student of its own size worse, by about six standard errors", () => {
    const self = clean["self-distilled"];
    expectStated(18, "self", self.difference);
    expectStated(18, "selfError", self.error);
    expect(self.rate - clean.labels.rate).toBeCloseTo(stated(18, "self"), 1);
    expect(self.difference).toBeGreaterThan(5 * self.error);
  });

  it("with noisy labels makes a student of its own size better than its teacher", () => {
    const cell = cellsOf("05-self-distillation").find((c) => sourceOf(c).includes("compareArms("));
    const printed = printedBy(cell as never);
    const [, gain, error] =
      /self-distilled \| the teacher \| -([\d.]+) ± ([\d.]+)/.exec(printed) ?? [];
    expectStated(18, "noisySelf", Number(gain));
    expectStated(18, "noisySelfError", Number(error));
    expect(noisy["the teacher"].rate - noisy["self-distilled"].rate).toBeCloseTo(Number(gain), 1);
  });

  it("with noisy labels gains from an ensemble, and less than a ridge does", () => {
    expectStated(18, "noise", 100 * LABEL_NOISE);
    for (const [name, arm] of [
      ["ensemble", "distilled ensemble"],
      ["ridge", "labels, ridge"],
    ]) {
      const { rate, difference, error } = noisy[arm];
      expectStated(18, name, -difference);
      expectStated(18, `${name}Error`, error);
      expect(noisy.labels.rate - rate).toBeCloseTo(stated(18, name), 1);
      expect(-difference).toBeGreaterThan(4 * error);
    }
    expect(stated(18, "ridge")).toBeGreaterThan(stated(18, "ensemble"));
  });
});
