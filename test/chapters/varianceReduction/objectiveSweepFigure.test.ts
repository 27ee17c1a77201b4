import { describe, expect, it } from "vitest";
import { objectiveSweepFigure } from "../../../lib/chapters/varianceReduction/objectiveSweepFigure.js";
import { errorsOf, exact } from "../../support/objectives.js";
import { dotPositions } from "../../support/svg.js";

describe("objectiveSweepFigure", () => {
  it("draws hard and Bayes labels at their exact values and the others with a band", async () => {
    const at = (teacher: number) => [
      {
        "hard labels": errorsOf(0.1, 0.25, 0),
        "Bayes labels": errorsOf(0.12, 0, 0),
        "sine teacher": errorsOf(0.05, teacher, 0),
      },
    ];
    const sweep = { trainingExamples: [10, 40], errors: [at(0.1), at(0.02)] };
    const figure = objectiveSweepFigure(sweep, 0, exact);
    expect(figure.alt).toContain("hard labels 0.30 to 0.30");
    expect(figure.alt).toContain("Bayes labels 0.10 to 0.10");
    expect(figure.alt).toContain("sine teacher 0.15 to 0.07");
    await expect(figure.svg).toMatchFileSnapshot("snapshots/objective-sweep.svg");
  });

  it("spaces the numbers of examples by their ratios", () => {
    const errors = [0.1, 0.05, 0.02].map((teacher) => [
      { "sine teacher": errorsOf(0.05, teacher, 0) },
    ]);
    const figure = objectiveSweepFigure({ trainingExamples: [10, 40, 160], errors }, 0, exact);
    const [a, b, c] = dotPositions(figure);
    expect(b - a).toBeGreaterThan(50);
    expect(c - b).toBeCloseTo(b - a, 0);
  });
});
