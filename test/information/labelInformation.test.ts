import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entropy } from "../../lib/information/entropy.js";
import { labelDistribution } from "../../lib/information/labelDistribution.js";
import {
  conditionalLabelInformation,
  labelInformation,
} from "../../lib/information/labelInformation.js";
import { type Learner, optimaOf } from "../../lib/information/optima.js";

const fair = labelDistribution([0.5, 0.5, 0.5]);
const of = (learner: Learner) => optimaOf(fair, learner);
const all = of((y) => y);
const sum = of((y) => [y[0] + y[1] + y[2]]);

describe("labelInformation", () => {
  it("is H(y) for a learner that keeps the labels, 0 for one that ignores them", () => {
    expect(labelInformation(fair, all).information).toBeCloseTo(3, 14);
    expect(labelInformation(fair, all).distinct).toBe(8);
    expect(
      labelInformation(
        fair,
        of(() => [7]),
      ).information,
    ).toBe(0);
  });

  it("is the entropy of a binomial for the sum of fair labels: 3 - (3/4) log2 3", () => {
    const result = labelInformation(fair, sum);
    expect(result.information).toBeCloseTo(3 - 0.75 * Math.log2(3), 14);
    expect(result).toMatchObject({ distinct: 4, labelEntropy: 3, largestSameGap: 0 });
    expect(result.smallestDifferentGap).toBeCloseTo(1 / 3, 14);
  });

  it("knows nothing more where a label is certain", () => {
    const labels = labelDistribution([1, 0.5]);
    const result = labelInformation(
      labels,
      optimaOf(labels, (y) => [y[0] + 2 * y[1]]),
    );
    expect(result.information).toBe(1);
    expect(result.labelEntropy).toBe(1);
  });

  it("refuses an optimum of which a number is not finite, or that has more of them than the first", () => {
    const [coin, one] = [labelDistribution([0.5]), Float64Array.of(0, 1)];
    const refused = (second: Float64Array) => () => labelInformation(coin, [one, second]);
    expect(refused(Float64Array.of(0, NaN))).toThrow(/^optima\[1\]\[1\] must be finite, got NaN$/);
    expect(refused(Float64Array.of(0, 1, 2))).toThrow(
      /^optima\[1\] must .* optima\[0\] \(2\), got 3$/,
    );
  });

  it("never exceeds H(y), and loses nothing to an invertible change of parameters", () => {
    const weights = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 });
    const eta = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(eta, weights, (probabilities, w) => {
        const labels = labelDistribution(probabilities);
        const dot = (y: Uint8Array) => y.reduce((total, label, i) => total + label * w[i], 0);
        const plain = labelInformation(
          labels,
          optimaOf(labels, (y) => [dot(y)]),
        ).information;
        const bent = labelInformation(
          labels,
          optimaOf(labels, (y) => [Math.exp(dot(y))]),
        );
        expect(plain).toBeLessThanOrEqual(entropy(labels.probabilities) + 1e-12);
        expect(bent.information).toBeCloseTo(plain, 12);
      }),
    );
  });
});

describe("conditionalLabelInformation", () => {
  it("is 0 for a function of what is known: I(y; sum | y) and I(y; a | a)", () => {
    expect(conditionalLabelInformation(fair, sum, all)).toBe(0);
    expect(conditionalLabelInformation(fair, sum, sum)).toBe(0);
  });

  it("is what is left of the labels when their sum is known: (3/4) log2 3", () => {
    expect(conditionalLabelInformation(fair, all, sum)).toBeCloseTo(0.75 * Math.log2(3), 14);
  });

  it("adds up by the chain rule, I(y; a) + I(y; b | a) = I(y; a, b)", () => {
    const a = of((y) => [y[0] + y[1]]);
    const b = of((y) => [y[1] + y[2]]);
    const both = of((y) => [y[0] + y[1], y[1] + y[2]]);
    expect(
      labelInformation(fair, a).information + conditionalLabelInformation(fair, b, a),
    ).toBeCloseTo(labelInformation(fair, both).information, 14);
  });
});
