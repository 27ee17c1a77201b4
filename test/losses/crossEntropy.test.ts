import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  crossEntropy,
  crossEntropyGradient,
  crossEntropyOfLogits,
  negativeLogLikelihood,
} from "../../lib/losses/crossEntropy.js";
import { distillationGradient } from "../../lib/losses/distillationTerm.js";
import { softmax } from "../../lib/losses/softmax.js";
import { distributionOf, logitsOf } from "../support/arbitraries.js";
import { classGolden } from "../support/classGolden.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { numericalGradient } from "../support/gradient.js";

describe("crossEntropy", () => {
  it.each(classGolden.losses)("agrees with SciPy, case %#", (c) => {
    const q = softmax(c.logits);
    expectRelativelyClose([crossEntropy(c.teacher, q)], [c.crossEntropy], 1e-9);
  });

  it("is log 2 from any certain label to an even guess", () => {
    expect(crossEntropy([0, 1], [0.5, 0.5])).toBe(Math.LN2);
  });

  it("counts 0 log 0 as 0", () => {
    expect(crossEntropy([1, 0], [1, 0])).toBe(0);
  });

  it("is infinite where a class is ruled out that the target has", () => {
    expect(crossEntropy([0.5, 0.5], [1, 0])).toBe(Infinity);
  });

  it("is least at the target itself, where it is the entropy (Gibbs)", () => {
    fc.assert(
      fc.property(distributionOf(5), distributionOf(5), (p, q) => {
        expect(crossEntropy(p, q)).toBeGreaterThanOrEqual(crossEntropy(p, p) - 1e-12);
      }),
    );
  });

  it("does not depend on the order of the classes", () => {
    fc.assert(
      fc.property(distributionOf(4), logitsOf(4), (p, z) => {
        const q = [...softmax(z)];
        const turned = crossEntropy([...p].reverse(), [...q].reverse());
        expect(turned).toBeCloseTo(crossEntropy(p, q), 10);
      }),
    );
  });
});

describe("crossEntropyOfLogits", () => {
  it.each(classGolden.losses)("agrees with SciPy, case %#", (c) => {
    expectRelativelyClose([crossEntropyOfLogits(c.teacher, c.logits)], [c.crossEntropy], 1e-12);
  });

  it("stays finite and exact at logits of ±1e4", () => {
    expect(crossEntropyOfLogits([0, 1], [1e4, -1e4])).toBe(2e4);
    expect(crossEntropyOfLogits([1, 0], [1e4, -1e4])).toBe(0);
  });

  it("is the cross-entropy to the softmax at the temperature", () => {
    const p = [0.2, 0, 0.8];
    const z = [1, -2, 0.5];
    const q = softmax(z, { temperature: 3 });
    expect(crossEntropyOfLogits(p, z, { temperature: 3 })).toBeCloseTo(crossEntropy(p, q), 14);
  });
});

describe("crossEntropyGradient", () => {
  it("refuses a temperature at which it overflows, and so does what is made of it", () => {
    const refused = /^temperature must give a finite result/;
    expect(() => crossEntropyGradient([1, 0], [0, 0], { temperature: 1e-309 })).toThrow(refused);
    expect(() => distillationGradient([3, 0], [0, 0], { temperature: 1e-310 })).toThrow(refused);
  });

  it("agrees with central differences at any temperature", () => {
    const temperature = fc.double({ min: 0.5, max: 20, noNaN: true });
    fc.assert(
      fc.property(distributionOf(4), logitsOf(4, 5), temperature, (p, z, t) => {
        const options = { temperature: t };
        const slopes = crossEntropyGradient(p, z, options);
        numericalGradient((u) => crossEntropyOfLogits(p, u, options), z).forEach((slope, k) => {
          expect(Math.abs(slopes[k] - slope)).toBeLessThan(1e-8);
        });
      }),
    );
  });

  it("sums to 0 over the classes", () => {
    const slopes = crossEntropyGradient([0.1, 0.2, 0.7], [3, -1, 0.4]);
    expect(slopes.reduce((sum, v) => sum + v, 0)).toBeCloseTo(0, 15);
  });

  it("is 0 where the student has matched the target", () => {
    expect([...crossEntropyGradient([0.5, 0.5], [7, 7])]).toEqual([0, 0]);
  });
});

describe("negativeLogLikelihood", () => {
  it.each(classGolden.losses)("agrees with SciPy, case %#", (c) => {
    expectRelativelyClose([negativeLogLikelihood(c.label, c.logits)], [c.nll], 1e-11);
  });

  it("is linear in the logit far from the answer", () => {
    expect(negativeLogLikelihood(1, [1e4, -1e4])).toBe(2e4);
  });
});
