import { describe, expect, it } from "vitest";
import { drawViews } from "../../../lib/chapters/manyViews/viewData.js";
import { knowledgeFigure, viewsFigure } from "../../../lib/chapters/manyViews/viewFigures.js";
import { controlsRows, handedOnRows } from "../../../lib/chapters/manyViews/viewTables.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const snapshot = (name: string) => `snapshots/${name}.svg`;

describe("viewsFigure", () => {
  it("draws the views of an example and says its class and what it shows", async () => {
    const problem = { classes: 3, single: 1, noise: 0 };
    const data = drawViews(1, problem, seededStream("figure"));
    const { svg, alt } = viewsFigure(data, [0]);
    expect(alt).toContain(`class ${data.labels[0]}, view ${"ab"[data.shown[0]]} alone`);
    await expect(svg).toMatchFileSnapshot(snapshot("views"));
  });
});

describe("knowledgeFigure", () => {
  const known = Uint8Array.of(1, 0, 1, 1);

  it("fills a dot for each view that is known, and counts them", async () => {
    const { svg, alt } = knowledgeFigure([{ label: "one", role: "student", known }], 2);
    expect(alt).toBe("Which of 4 views each network knows: one 3 of 4.");
    await expect(svg).toMatchFileSnapshot(snapshot("knowledge"));
  });
});

describe("controlsRows", () => {
  it("takes the amounts that validation prefers, and not those that the test prefers", () => {
    const names = "plain self wider longer shuffled ensemble".split(" ");
    const arms = [...names, "more data", "labels at temperature", "distilled ensemble"];
    const columns: Record<string, Float64Array> = {};
    for (const kind of ["single", "several"]) {
      for (const name of arms) columns[`${name}, ${kind}`] = Float64Array.of(0.5, 0.7);
      for (const amount of [0.03, 0.1, 0.3]) {
        columns[`smoothing, ${kind}@${amount}`] = Float64Array.of(1 - amount, 1 - amount);
        columns[`smoothing, validation@${amount}`] = Float64Array.of(amount, amount);
      }
      for (const amount of [0.001, 0.003, 0.01]) {
        columns[`ridge, ${kind}@${amount}`] = Float64Array.of(0.6, 0.8);
        columns[`ridge, validation@${amount}`] = Float64Array.of(amount === 0.003 ? 1 : 0, 0);
      }
    }
    const rows = controlsRows(columns);
    expect(rows[1]).toMatchObject({ student: "label smoothing 0.3", "one view": "0.700 ± 0.000" });
    // By hand: 0.6 - 0.5 and 0.8 - 0.7 are both 0.1.
    expect(rows[2]).toMatchObject({ student: "ridge 0.003", "minus plain": "0.100 ± 0.000" });
  });
});

describe("handedOnRows", () => {
  it("divides means of counts, with the standard error of a ratio, by hand", () => {
    const columns: Record<string, Float64Array> = {};
    const names = ["self", "shuffled", "labels at temperature", "distilled ensemble"];
    for (const taught of ["taught", "untaught"]) {
      columns[`missed, new and ${taught}`] = Float64Array.of(4, 2);
      for (const name of names) columns[`${name}, new and ${taught}`] = Float64Array.of(2, 2);
    }
    // 4 of 6; residuals 2 - 8/3 and 2 - 4/3 over the mean 3 are ∓2/9: deviation 2√2/9 over √2.
    const self = handedOnRows(columns).find(({ student }) => student === "self-distilled");
    expect(self?.["teacher knows it"]).toBe("0.667 ± 0.222");
  });
});
