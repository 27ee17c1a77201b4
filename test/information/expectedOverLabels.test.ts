import { describe, expect, it } from "vitest";
import { labelDistribution } from "../../lib/information/labelDistribution.js";
import { expectedOverLabels, optimaOf } from "../../lib/information/optima.js";

const labels = labelDistribution([0.2, 0.7, 1]);
const optima = optimaOf(labels, (y) => y);

describe("expectedOverLabels", () => {
  it("gives the mean and the variance of a sum of independent labels", () => {
    const sumOf = (y: Float64Array) => y[0] + y[1] + y[2];
    const mean = expectedOverLabels(labels, optima, sumOf);
    expect(mean).toBeCloseTo(1.9, 14);
    const variance = expectedOverLabels(labels, optima, (y) => (sumOf(y) - mean) ** 2);
    expect(variance).toBeCloseTo(0.2 * 0.8 + 0.7 * 0.3, 14);
  });

  it("leaves out what cannot occur", () => {
    expect(expectedOverLabels(labels, optima, (y) => (y[2] === 1 ? 5 : Number.NaN))).toBeCloseTo(
      5,
      14,
    );
  });
});
