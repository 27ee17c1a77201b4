import { describe, expect, it } from "vitest";
import { objectiveErrorsFigure } from "../../../lib/chapters/varianceReduction/varianceBarsFigure.js";
import { errorsOf } from "../../support/objectives.js";

describe("objectiveErrorsFigure", () => {
  const errors = {
    "hard labels": errorsOf(0.1, 0.2, 0),
    "Bayes labels": errorsOf(0.1, 0, 0),
    "sine teacher": errorsOf(-0.001, 0.05, 0.3),
  };

  it("draws a bar a labeller, a negative estimate as 0", async () => {
    const figure = objectiveErrorsFigure(errors);
    expect(figure.alt).toContain("hard labels 0.300 ± 0.020");
    expect(figure.alt).toContain("sine teacher 0.350 ± 0.020 (inputs 0.000");
    await expect(figure.svg).toMatchFileSnapshot("snapshots/objective-errors.svg");
  });

  it("draws only the labels asked for, in their order", () => {
    const { alt } = objectiveErrorsFigure(errors, ["Bayes labels", "hard labels"]);
    expect(alt).not.toContain("sine teacher");
    expect(alt.indexOf("Bayes")).toBeLessThan(alt.indexOf("hard"));
  });
});
