import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entropy } from "../../lib/information/entropy.js";
import {
  labelDistribution,
  labelVector,
  MAX_LABELS,
} from "../../lib/information/labelDistribution.js";

const etas = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });

describe("labelDistribution", () => {
  it("multiplies the probabilities of independent labels, the first label changing fastest", () => {
    const { count, probabilities } = labelDistribution([0.25, 0.1]);
    expect(count).toBe(4);
    const expected = [0.75 * 0.9, 0.25 * 0.9, 0.75 * 0.1, 0.25 * 0.1];
    for (const [k, p] of expected.entries()) expect(probabilities[k]).toBeCloseTo(p, 15);
  });

  it("gives each vector the product over its own labels, and all of them 1", () => {
    fc.assert(
      fc.property(etas, (eta) => {
        const { count, probabilities } = labelDistribution(eta);
        let total = 0;
        for (let k = 0; k < count; k++) {
          const y = labelVector(eta.length, k);
          const p = eta.reduce((product, e, i) => product * (y[i] === 1 ? e : 1 - e), 1);
          expect(probabilities[k]).toBeCloseTo(p, 12);
          total += probabilities[k];
        }
        expect(total).toBeCloseTo(1, 12);
      }),
    );
  });

  it("has the entropy of its labels added up", () => {
    const eta = [0.1, 0.5, 0.73];
    const sum = eta.reduce((bits, e) => bits + entropy([e, 1 - e]), 0);
    expect(entropy(labelDistribution(eta).probabilities)).toBeCloseTo(sum, 13);
  });

  it("gives probability 0, exactly, to vectors that contradict an eta of 0 or 1", () => {
    const { probabilities } = labelDistribution([1, 0.5, 0]);
    expect([...probabilities]).toEqual([0, 0.5, 0, 0.5, 0, 0, 0, 0]);
  });

  it("takes 16 labels", () => {
    const { count, probabilities } = labelDistribution(new Float64Array(MAX_LABELS).fill(0.5));
    expect(count).toBe(65536);
    expect(probabilities.every((p) => p === 2 ** -16)).toBe(true);
  });

  it("keeps a copy of eta", () => {
    const eta = [0.5];
    const labels = labelDistribution(eta);
    eta[0] = 0.9;
    expect(labels.eta[0]).toBe(0.5);
  });
});

describe("labelVector", () => {
  it("writes the number's bits, the lowest first", () => {
    expect([...labelVector(3, 6)]).toEqual([0, 1, 1]);
    expect([...labelVector(2, 1)]).toEqual([1, 0]);
  });

  it("refuses the number after the last", () =>
    expect(() => labelVector(2, 4)).toThrow(/^index must .* from 0 to 3, got 4$/));

  it("names every vector of 5 labels once", () => {
    const names = Array.from({ length: 32 }, (_, k) => labelVector(5, k).join(""));
    expect(new Set(names).size).toBe(32);
  });
});
