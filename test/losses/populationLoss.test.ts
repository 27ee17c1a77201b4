import { describe, expect, it } from "vitest";
import { normalGrid } from "../../lib/data/normalGrid.js";
import { postEta } from "../../lib/data/postData.js";
import { populationLoss } from "../../lib/losses/logLoss.js";

describe("populationLoss(quadrature, logits, eta)", () => {
  const grid = { points: Float64Array.of(-1, 2), weights: Float64Array.of(0.25, 0.75) };

  it("is log 2 for logits of 0, whatever the labels", () => {
    expect(populationLoss(grid, [0, 0], [0.1, 0.9])).toBeCloseTo(Math.LN2, 15);
    const wide = normalGrid(10);
    const zeros = new Float64Array(wide.points.length);
    expect(populationLoss(wide, zeros, wide.points.map(postEta))).toBeCloseTo(Math.LN2, 12);
  });

  it("is the hand-worked mean over points and labels", () => {
    // At logit log 3: a label 1 costs log 4/3, a label 0 costs log 4.
    const first = 0.2 * Math.log(4 / 3) + 0.8 * Math.log(4);
    const loss = populationLoss(grid, [Math.log(3), 0], [0.2, 0.6]);
    expect(loss).toBeCloseTo(0.25 * first + 0.75 * Math.LN2, 15);
  });
});
