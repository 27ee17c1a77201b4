import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entropy, mutualInformation } from "../../lib/information/entropy.js";
import { golden } from "../support/golden.js";

const { joint } = golden<{ joint: { p: number[][]; nats: number } }>("information");

/** Probabilities that add up to 1. */
const distribution = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })
  .filter((values) => values.some((value) => value > 1e-3))
  .map((values) => {
    const total = values.reduce((sum, value) => sum + value, 0);
    return values.map((value) => value / total);
  });

describe("entropy", () => {
  it("gives 1 bit for a fair coin", () => {
    expect(entropy([0.5, 0.5])).toBe(1);
  });

  it("gives k bits for 2^k equal probabilities", () => {
    expect(entropy(new Float64Array(1024).fill(1 / 1024))).toBeCloseTo(10, 12);
  });

  it("gives 0, not -0 or NaN, for certainty, zero probabilities included", () => {
    expect(entropy([1])).toBe(0);
    expect(entropy([0, 1, 0])).toBe(0);
    expect(Object.is(entropy([0, 1]), 0)).toBe(true);
  });

  it("gives 7/4 bits for 1/2, 1/4, 1/8, 1/8 (Cover & Thomas, example 2.1.2)", () => {
    expect(entropy([0.5, 0.25, 0.125, 0.125])).toBeCloseTo(1.75, 14);
  });

  it("lies between 0 and the logarithm of the number of values, whatever the distribution", () => {
    fc.assert(
      fc.property(distribution, (p) => {
        const bits = entropy(p);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(Math.log2(p.length) + 1e-12);
      }),
    );
  });
});

describe("mutualInformation", () => {
  it("is the entropy where one variable is the other", () => {
    expect(
      mutualInformation([
        [0.25, 0],
        [0, 0.75],
      ]),
    ).toBeCloseTo(entropy([0.25, 0.75]), 14);
  });

  it("is 0 for independent variables, whatever their distributions", () => {
    fc.assert(
      fc.property(distribution, distribution, (a, b) => {
        const product = a.map((p) => b.map((q) => p * q));
        expect(mutualInformation(product)).toBeCloseTo(0, 12);
      }),
    );
  });

  it("agrees with SciPy's relative entropy from the product of the marginals, to 1e-12", () => {
    expect(mutualInformation(joint.p) * Math.LN2).toBeCloseTo(joint.nats, 12);
  });

  it("is the same both ways", () => {
    const transposed = joint.p[0].map((_, b) => joint.p.map((row) => row[b]));
    expect(mutualInformation(transposed)).toBeCloseTo(mutualInformation(joint.p), 14);
  });
});
