import { describe, expect, it } from "vitest";
import { LABEL_NOISE } from "../../../lib/chapters/selfDistillation/digitStudies.js";
import { expectStated, stated } from "../../support/claims.js";
import { golden } from "../../support/golden.js";
import { cellsOf, printedBy, sourceOf } from "../../support/notebookText.js";

/** A mean or a difference, and its standard error. */
type Estimate = readonly [value: number, error: number];
interface Row {
  rate: number;
  difference: number;
  error: number;
  /** Differences to the network on labels, as the notebook prints them; none in its own row. */
  minusLabels: Record<string, Estimate>;
}

// Training the 1360 networks takes a minute. The ledger quotes the notebook's committed tables, which the notebook tests
// compute again byte for byte; here they are read, reckoned with, and compared with networks that another program has trained.
function tableOf(study: string): Record<string, Row> {
  const cell = cellsOf("05-self-distillation").find((c) =>
    sourceOf(c).includes(`digitTable(${study}`),
  );
  const rows = printedBy(cell as never).matchAll(
    /^\| ([^|]+) \| ([\d.]+) \| (?:(\S+) ± (\S+)|–) \| [\d.]+ \| (?:(\S+) ± (\S+)|–) \|/gm,
  );
  const arms = Array.from(rows, ([, arm, rate, ...cells]) => {
    const [difference, error, ...loss] = cells.map(Number);
    const minusLabels = { error: [difference, error], logLoss: loss };
    return [arm, { rate: Number(rate), difference, error, minusLabels }];
  });
  return Object.fromEntries(arms);
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

const STUDIES = ["sameSize", "small", "noisy", "few"] as const;
type Measures = Record<"error" | "logLoss", { mean: Estimate; minusLabels: Estimate }>;
const oracle = golden<{
  studies: Record<string, { arms: Record<string, Measures>; selfMinusTeacher?: Estimate }>;
}>("digitArms");

/** Two estimates of one number, from samples of their own. */
function expectSame([a, errorA]: Estimate, [b, errorB]: Estimate, what: string) {
  expect(Math.abs(a - b) / Math.hypot(errorA, errorB), what).toBeLessThan(3);
}

describe("networks trained in JAX on the same digits", () => {
  it.each(STUDIES)("have the arms of %s where the notebook has them", (study) => {
    const table = tableOf(study);
    const { arms } = oracle.studies[study];
    expect(Object.keys(arms).sort()).toEqual(Object.keys(table).sort());
    for (const [arm, measures] of Object.entries(arms)) {
      const { rate, minusLabels } = table[arm];
      // The table prints no error of a mean; these have as many trials.
      const [mean, error] = measures.error.mean;
      expectSame([rate, error], [mean, error], arm);
      if (arm === "labels") continue;
      for (const measure of ["error", "logLoss"] as const)
        expectSame(minusLabels[measure], measures[measure].minusLabels, `${arm}, ${measure}`);
    }
  });

  it("the small student's controls, as the text quotes both programs", () => {
    const text = cellsOf("05-self-distillation").map(sourceOf).join("\n").replace(/\s+/g, " ");
    const { arms } = oracle.studies.small;
    const there = (arm: string, sign: number) => {
      const [value, error] = arms[arm].error.minusLabels;
      return `${(sign * value).toFixed(2)} ± ${error.toFixed(2)}`;
    };
    const here = (arm: string) => {
      const { difference, error } = tableOf("small")[arm];
      return `${difference.toFixed(2)} ± ${error.toFixed(2)}`;
    };
    for (const quoted of [
      `by ${here("label smoothing")} points, and by ${there("label smoothing", 1)} in the`,
      `by ${here("shuffled teacher")} here and by ${there("shuffled teacher", 1)} there`,
      `(${there("distilled", -1)} and ${there("distilled, more images", -1)} in a second program`,
    ])
      expect(text).toContain(quoted);
  });

  it("agree on the claim: worse for self-distillation on clean digits, better than the teacher on noisy ones", () => {
    const [clean, cleanError] = oracle.studies.sameSize.arms["self-distilled"].error.minusLabels;
    expect(clean).toBeGreaterThan(3 * cleanError);
    const noisy = oracle.studies.noisy.selfMinusTeacher as Estimate;
    expect(noisy[0]).toBeLessThan(-3 * noisy[1]);
    expectSame(noisy, [-stated(18, "noisySelf"), stated(18, "noisySelfError")], "noisy");
  });
});
