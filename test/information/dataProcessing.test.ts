import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutualInformation } from "../../lib/information/entropy.js";
import { groupOptima } from "../../lib/information/groupOptima.js";
import {
  type LabelDistribution,
  labelDistribution,
} from "../../lib/information/labelDistribution.js";
import {
  conditionalLabelInformation,
  labelInformation,
  roundedInformation,
} from "../../lib/information/labelInformation.js";
import { type Optima, optimaOf } from "../../lib/information/optima.js";

/** Sums of at most 16 terms of size 1. */
const ROUNDING = 1e-12;
const LABELS = 4;

const eta = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: LABELS,
  maxLength: LABELS,
});
/** Any function of the label vector at all, as a table of 16 small numbers. */
const anyFunction = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 16, maxLength: 16 });
const numberOf = (y: Uint8Array) => y.reduce((total, label, i) => total + label * 2 ** i, 0);
const optimaOfTable = (labels: LabelDistribution, table: readonly number[]) =>
  optimaOf(labels, (y) => [table[numberOf(y)]]);

/** The same information by its definition, from the joint distribution of labels and groups. */
function byDefinition({ probabilities, count }: LabelDistribution, optima: Optima): number {
  const { groupOf, representatives } = groupOptima(optima);
  const joint = Array.from({ length: count }, () => new Float64Array(representatives.length));
  probabilities.forEach((p, k) => {
    if (p > 0) joint[k][groupOf[k]] = p;
  });
  return mutualInformation(joint);
}

describe("information of arbitrary functions of the labels", () => {
  it("is the mutual information by its definition", () => {
    fc.assert(
      fc.property(eta, anyFunction, (probabilities, table) => {
        const labels = labelDistribution(probabilities);
        const optima = optimaOfTable(labels, table);
        const { information } = labelInformation(labels, optima);
        expect(Math.abs(information - byDefinition(labels, optima))).toBeLessThan(ROUNDING);
      }),
    );
  });

  it("never grows along a chain of functions: y, f(y), g(f(y))", () => {
    const second = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(eta, anyFunction, second, (probabilities, f, g) => {
        const labels = labelDistribution(probabilities);
        const first = optimaOfTable(labels, f);
        const last = optimaOfTable(
          labels,
          f.map((value) => g[value]),
        );
        const { information, labelEntropy } = labelInformation(labels, first);
        expect(information).toBeLessThanOrEqual(labelEntropy + ROUNDING);
        expect(labelInformation(labels, last).information).toBeLessThanOrEqual(
          information + ROUNDING,
        );
        expect(conditionalLabelInformation(labels, last, first)).toBeLessThanOrEqual(ROUNDING);
      }),
    );
  });

  it("adds up by the chain rule for any two functions", () => {
    fc.assert(
      fc.property(eta, anyFunction, anyFunction, (probabilities, f, g) => {
        const labels = labelDistribution(probabilities);
        const a = optimaOfTable(labels, f);
        const b = optimaOfTable(labels, g);
        const both = optimaOf(labels, (y) => [f[numberOf(y)], g[numberOf(y)]]);
        const sum =
          labelInformation(labels, a).information + conditionalLabelInformation(labels, b, a);
        expect(Math.abs(sum - labelInformation(labels, both).information)).toBeLessThan(ROUNDING);
      }),
    );
  });

  it("only falls when the function's values are rounded", () => {
    const resolution = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(eta, anyFunction, resolution, (probabilities, f, step) => {
        const labels = labelDistribution(probabilities);
        const optima = optimaOfTable(labels, f);
        expect(roundedInformation(labels, optima, step)).toBeLessThanOrEqual(
          labelInformation(labels, optima).information + ROUNDING,
        );
      }),
    );
  });
});
