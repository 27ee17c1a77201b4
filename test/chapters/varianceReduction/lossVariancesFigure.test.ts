import { describe, expect, it } from "vitest";
import { lossVariancesFigure } from "../../../lib/chapters/varianceReduction/varianceBarsFigure.js";
import { exact } from "../../support/objectives.js";

describe("lossVariancesFigure", () => {
  it("draws hard labels, the post's formula and Bayes labels", async () => {
    const figure = lossVariancesFigure(exact);
    expect(figure.alt).toContain("hard labels 0.300 (inputs 0.100, label noise 0.200)");
    expect(figure.alt).toContain("post's formula 0.050");
    expect(figure.alt).toContain("Bayes labels 0.100");
    await expect(figure.svg).toMatchFileSnapshot("snapshots/loss-variances.svg");
  });
});
