import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossEntropy, crossEntropyGradient, klDivergence } from "../../lib/losses/crossEntropy.js";
import { softmax } from "../../lib/losses/softmax.js";
import { distributionOf, logitsOf } from "../support/arbitraries.js";
import { classGolden } from "../support/classGolden.js";
import { expectCloseWithin } from "../support/closeWithin.js";
import { numericalGradient } from "../support/gradient.js";

describe("klDivergence", () => {
  it.each(classGolden.losses)("agrees with SciPy's rel_entr both ways, case %#", (c) => {
    const s = softmax(c.logits);
    // SciPy's plain sum loses what is below the rounding of probabilities near 1.
    const tolerance = { relative: 1e-9, absolute: 1e-15 };
    expectCloseWithin([klDivergence(c.teacher, s)], [c.kl], tolerance);
    expectCloseWithin([klDivergence(s, c.teacher)], [c.reverseKl], tolerance);
  });

  it("is log 2 from certainty to an even guess, and infinite the other way", () => {
    expect(klDivergence([1, 0], [0.5, 0.5])).toBeCloseTo(Math.LN2, 15);
    expect(klDivergence([0.5, 0.5], [1, 0])).toBe(Infinity);
  });

  it("is never negative, and 0 from a distribution to itself", () => {
    fc.assert(
      fc.property(distributionOf(5), distributionOf(5), (p, q) => {
        expect(klDivergence(p, q)).toBeGreaterThanOrEqual(0);
        expect(klDivergence(p, p)).toBe(0);
      }),
    );
  });

  it("is above 0 where a probability differs", () => {
    fc.assert(
      fc.property(distributionOf(5), distributionOf(5), (p, q) => {
        const apart = Math.max(...p.map((v, k) => Math.abs(v - q[k])));
        fc.pre(apart > 1e-12);
        expect(klDivergence(p, q)).toBeGreaterThan(0);
      }),
    );
  });

  it("keeps its digits between neighbours: e² / (2 p q) for binary p and p + e", () => {
    for (const e of [1e-3, 1e-5, 1e-7]) {
      const kl = klDivergence([0.3, 0.7], [0.3 + e, 0.7 - e]);
      const leading = (e * e) / (2 * 0.3 * 0.7);
      expect(Math.abs(kl / leading - 1)).toBeLessThan(3 * e + 1e-8);
    }
  });

  it("has no seam where the series takes over: the quotient of steps stays smooth", () => {
    const at = (e: number) => klDivergence([0.5, 0.5], [0.5 + e, 0.5 - e]);
    const exact = (e: number) => -0.5 * Math.log1p(-4 * e * e);
    for (const e of [0.004, 0.00499, 0.00501, 0.006]) {
      expect(Math.abs(at(e) / exact(e) - 1)).toBeLessThan(1e-11);
    }
  });

  it("has every term of the series: log1p gives binary fractions p = 1/4, q = p + 1/512 in closed form", () => {
    const exact = (sign: number) => -Math.log1p(sign / 128) / 4 - (3 * Math.log1p(-sign / 384)) / 4;
    for (const sign of [1, -1]) {
      const kl = klDivergence([0.25, 0.75], [0.25 + sign / 512, 0.75 - sign / 512]);
      expect(Math.abs(kl / exact(sign) - 1)).toBeLessThan(5e-14);
    }
  });

  it("differs from the cross-entropy by the entropy of its first argument", () => {
    fc.assert(
      fc.property(distributionOf(4), logitsOf(4), (p, z) => {
        const q = softmax(z);
        const difference = crossEntropy(p, q) - klDivergence(p, q);
        expect(difference).toBeCloseTo(crossEntropy(p, p), 10);
      }),
    );
  });

  it("has the gradient of the cross-entropy in the student's logits", () => {
    const p = [0.6, 0.3, 0.1];
    const z = [0.2, -1, 0.7];
    const slopes = numericalGradient((u) => klDivergence(p, softmax(u)), z);
    crossEntropyGradient(p, z).forEach((slope, k) => {
      expect(Math.abs(slope - slopes[k])).toBeLessThan(1e-9);
    });
  });
});
