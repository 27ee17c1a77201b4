import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combinedLoss } from "../../lib/losses/combinedLoss.js";
import { crossEntropyOfLogits, negativeLogLikelihood } from "../../lib/losses/crossEntropy.js";
import { lossScale, mixedTarget, teacherShare } from "../../lib/losses/targets.js";
import { classCount, distributionOf, logitsOf } from "../support/arbitraries.js";
import { classGolden } from "../support/classGolden.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { expectCloseWithin } from "../support/closeWithin.js";
import { combinedLossGradient, numericalGradient } from "../support/gradient.js";

const alphas = fc.oneof(
  fc.constantFrom(0, 1, Infinity),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const cases = classCount.chain((classes) =>
  fc.record({
    label: fc.integer({ min: 0, max: classes - 1 }),
    teacher: distributionOf(classes),
    logits: logitsOf(classes),
    alpha: alphas,
  }),
);

describe("combinedLoss", () => {
  it.each(classGolden.losses)("agrees with SciPy, gradient included, case %#", (c) => {
    const { label, teacher, logits, alpha } = c;
    expectRelativelyClose([combinedLoss(label, teacher, logits, alpha)], [c.combined], 1e-11);
    const slopes = combinedLossGradient(label, teacher, logits, alpha);
    // An element may be a difference of almost equal numbers of the size of 1 + alpha.
    const tolerance = { relative: 1e-9, absolute: 1e-15 * (1 + alpha) };
    expectCloseWithin(slopes, c.combinedGradient, tolerance);
  });

  it("adds log 2 and log 2 for an even teacher and an even student", () => {
    expect(combinedLoss(0, [0.5, 0.5], [0, 0], 1)).toBe(2 * Math.LN2);
  });

  it("equals c_alpha times the cross-entropy to the mixed target, for any d, alpha, T and S", () => {
    fc.assert(
      fc.property(cases, ({ label, teacher, logits, alpha }) => {
        const left = combinedLoss(label, teacher, logits, alpha);
        const target = mixedTarget(label, teacher, alpha);
        const right = lossScale(alpha) * crossEntropyOfLogits(target, logits);
        expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-12 * (1 + left));
      }),
      { numRuns: 500 },
    );
  });

  it("is the label's loss at alpha = 0 and the teacher's term alone at Infinity", () => {
    const teacher = [0.2, 0.3, 0.5];
    const logits = [1, -1, 0];
    expect(combinedLoss(1, teacher, logits, 0)).toBe(negativeLogLikelihood(1, logits));
    expect(combinedLoss(1, teacher, logits, Infinity)).toBe(crossEntropyOfLogits(teacher, logits));
  });

  it("stays finite at logits of ±1e4 and for a teacher with zeros", () => {
    expect(combinedLoss(1, [1, 0, 0], [-1e4, 1e4, 0], 2)).toBe(4e4);
  });

  it("does not depend on the order of the classes", () => {
    fc.assert(
      fc.property(cases, ({ label, teacher, logits, alpha }) => {
        const turned = combinedLoss(
          teacher.length - 1 - label,
          [...teacher].reverse(),
          [...logits].reverse(),
          alpha,
        );
        const loss = combinedLoss(label, teacher, logits, alpha);
        expect(Math.abs(turned - loss)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(loss)));
      }),
    );
  });
});

describe("the gradient of combinedLoss", () => {
  it("agrees with central differences", () => {
    for (const alpha of [0, 0.3, 4, Infinity]) {
      const teacher = [0.1, 0, 0.9];
      const logits = [0.3, -0.8, 1.1];
      const slopes = combinedLossGradient(1, teacher, logits, alpha);
      numericalGradient((z) => combinedLoss(1, teacher, z, alpha), logits).forEach((slope, k) => {
        expect(Math.abs(slopes[k] - slope)).toBeLessThan(1e-8);
      });
    }
  });
});

describe("mixedTarget", () => {
  it("is (delta_y + alpha T) / (1 + alpha)", () => {
    expect([...mixedTarget(0, [0.5, 0.5], 1)]).toEqual([0.75, 0.25]);
    expectRelativelyClose(mixedTarget(2, [0.5, 0.3, 0.2], 4), [0.4, 0.24, 0.36], 1e-15);
  });

  it("is the label at alpha = 0 and the teacher at Infinity", () => {
    expect([...mixedTarget(1, [0.25, 0.75], 0)]).toEqual([0, 1]);
    expect([...mixedTarget(1, [0.25, 0.75], Infinity)]).toEqual([0.25, 0.75]);
  });

  it("is a distribution", () => {
    fc.assert(
      fc.property(cases, ({ label, teacher, alpha }) => {
        const target = mixedTarget(label, teacher, alpha);
        expect(Math.min(...target)).toBeGreaterThanOrEqual(0);
        expect(target.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it.each([
    ["a label out of range", () => mixedTarget(3, [0.5, 0.3, 0.2], 1), /label.*0 to 2, got 3/],
    ["a negative alpha", () => mixedTarget(0, [1], -1), /alpha must be in \[0, Infinity\], got -1/],
    ["a teacher that sums to 2", () => mixedTarget(0, [1, 1], 1), /teacher must sum to 1, got 2/],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});

describe("lossScale and teacherShare", () => {
  it.each([
    [0, 1, 0],
    [1, 2, 0.5],
    [3, 4, 0.75],
    [Infinity, 1, 1],
  ])("at alpha = %d are %d and %d", (alpha, scale, share) => {
    expect(lossScale(alpha)).toBe(scale);
    expect(teacherShare(alpha)).toBe(share);
  });
});
