import { describe, expect, it } from "vitest";
import type { ScannedRatio } from "../../../lib/chapters/varianceReduction/inequalityScan.js";
import { ratioFigure } from "../../../lib/chapters/varianceReduction/ratioFigure.js";
import { textsOf } from "../../support/svg.js";

describe("ratioFigure", () => {
  const ratios: ScannedRatio[] = [10, 20].flatMap((trainingExamples) => [
    { model: "student", trainingExamples, ratio: 3 },
    { model: "teacher", trainingExamples, ratio: 6 + trainingExamples / 20 },
    { model: "distilled", trainingExamples, ratio: 3.2 },
  ]);

  it("draws a mark a function and says the smallest ratio", async () => {
    const figure = ratioFigure(ratios);
    expect(figure.alt).toContain("6 fitted functions");
    expect(figure.alt).toContain("smallest is 3.00");
    // The teacher's: 6.5 and 7.
    expect(figure.alt).toMatch(
      /: student 3\.0 on average, teacher 6\.8 on average, distilled 3\.2 on average\.$/,
    );
    await expect(figure.svg).toMatchFileSnapshot("snapshots/ratio.svg");
  });

  it("labels only the models that were scanned", () => {
    const figure = ratioFigure(ratios.filter(({ model }) => model !== "teacher"));
    expect(textsOf(figure)).toEqual(expect.arrayContaining(["student", "distilled"]));
    expect(textsOf(figure)).not.toContain("teacher");
  });
});
