import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combinedLoss } from "../../lib/losses/combinedLoss.js";
import { crossEntropy, crossEntropyOfLogits, klDivergence } from "../../lib/losses/crossEntropy.js";
import { logLoss } from "../../lib/losses/logLoss.js";
import { softmax, softmaxRows } from "../../lib/losses/softmax.js";
import { sigmoid } from "../../lib/losses/softplus.js";
import {
  flatten,
  lossScale,
  meanTargets,
  mixedTarget,
  mixLabels,
  mostProbable,
  oneHot,
  shuffleWithinLabels,
  smoothLabels,
  smoothTargets,
  teacherShare,
} from "../../lib/losses/targets.js";
import { seededStream } from "../../lib/random/seededStream.js";

describe("oneHot and flatten", () => {
  it("put all mass on the label, row by row", () => {
    expect([...flatten(oneHot([1, 0], 3))]).toEqual([0, 1, 0, 1, 0, 0]);
  });

  it("refuse a label that numbers no class", () =>
    expect(() => oneHot([0, 3], 3)).toThrow(/^labels\[1\] must .* from 0 to 2, got 3$/));
});

/** Magnitudes over the whole range of doubles, 0 and the largest included. */
const magnitude = (least: number, most: number) =>
  fc.double({ min: least, max: most, noNaN: true }).map((exponent) => 10 ** exponent);
const alphas = fc.oneof(fc.constantFrom(0, Infinity, 7.186625869242882), magnitude(-300, 300));
const temperatures = magnitude(-300, 150);
/** Teachers that are sure, nearly sure, or neither. */
const teachers = fc.oneof(
  fc.constantFrom([1, 0, 0], [0, 1, 0], [1 - Number.EPSILON / 2, 0, 1e-17], [1 / 3, 1 / 3, 1 / 3]),
  fc
    .array(fc.double({ min: -800, max: 800, noNaN: true }), { minLength: 3, maxLength: 3 })
    .map((logits) => [...softmax(logits)]),
);

/** Every consumer takes it, and answers with a number. */
function expectTaken(target: ArrayLike<number>): void {
  const logits = [0.3, -0.2, 1];
  expect(crossEntropyOfLogits(target, logits)).toBeGreaterThan(0);
  expect(crossEntropy(target, target)).toBeGreaterThanOrEqual(0);
  expect(klDivergence(target, target)).toBe(0);
  expect(combinedLoss(0, target, logits, 1)).toBeGreaterThan(0);
  expect(mixedTarget(1, target, 0.5)).toHaveLength(3);
  expect(smoothTargets(Float64Array.from(target), 3, 0.1)).toHaveLength(3);
  expect(logLoss(target, logits)).toBeGreaterThan(0);
  expect(mixLabels(target, target, 2)).toHaveLength(3);
}

describe("a target that one function gives", () => {
  it("is taken by the others, at a teacher of exactly 1 and alpha = 7.186625869242882", () => {
    const target = mixedTarget(0, [1, 0], 7.186625869242882);
    expect([...target]).toEqual([1, 0]);
    expect(crossEntropyOfLogits(target, [0, 0])).toBeCloseTo(Math.LN2, 15);
    expect(mixLabels([1], [1], 7.186625869242882)[0]).toBe(1);
  });

  it("is taken by the others for every teacher, alpha and temperature", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 }),
        teachers,
        alphas,
        temperatures,
        (label, teacher, alpha, temperature) => {
          const mixed = mixedTarget(label, teacher, alpha);
          const logs = mixed.map((p) => Math.log(Math.max(p, Number.MIN_VALUE)));
          const smoothed = smoothTargets(mixed, 3, 0.1);
          for (const target of [
            mixed,
            smoothed,
            meanTargets([mixed, smoothed, mixed]),
            softmaxRows(logs, 3, { temperature }),
            mixedTarget(label, mixed, alpha),
            mixLabels(mixed, mixed, alpha),
          ]) {
            expectTaken(target);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is a probability wherever a logit is turned into one", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), alphas, (z, alpha) => {
        const p = sigmoid(z);
        expect(mixLabels([0, 1], [p, p], alpha).every((t) => t >= 0 && t <= 1)).toBe(true);
        expect(logLoss(mixLabels([1], [p], alpha), [0])).toBeCloseTo(Math.LN2, 12);
      }),
    );
  });
});

describe("teacherShare and lossScale", () => {
  it("are alpha / (1 + alpha) and 1 + alpha, and 1 at infinity", () => {
    expect([0, 3, Infinity].map(teacherShare)).toEqual([0, 0.75, 1]);
    expect([0, 4, Infinity].map(lossScale)).toEqual([1, 5, 1]);
  });
});

const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe("mixLabels(labels, teacher, alpha)", () => {
  it("gives the labels at 0, the teacher at infinity and the middle at 1", () => {
    expect([...mixLabels([0, 1], [0.3, 0.8], 0)]).toEqual([0, 1]);
    expect([...mixLabels([0, 1], [0.3, 0.8], Infinity)]).toEqual([0.3, 0.8]);
    expect([...mixLabels([0, 1], [0.5, 0.5], 1)]).toEqual([0.25, 0.75]);
  });

  it("is the label of which the combined loss is 1 + alpha times the cross-entropy", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1),
        probability,
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        (y, t, alpha, z) => {
          const combined = logLoss([y], [z]) + alpha * logLoss([t], [z]);
          const mixed = (1 + alpha) * logLoss(mixLabels([y], [t], alpha), [z]);
          expect(mixed).toBeCloseTo(combined, 9);
        },
      ),
    );
  });
});

describe("smoothLabels(labels, epsilon)", () => {
  it("moves labels towards 1/2", () => {
    expect([...smoothLabels([0, 1], 0.5)]).toEqual([0.25, 0.75]);
    expect([...smoothLabels([0, 1], 0)]).toEqual([0, 1]);
    expect([...smoothLabels([0, 1], 1)]).toEqual([0.5, 0.5]);
  });

  it("is a teacher that says 1/2, at alpha = epsilon / (1 - epsilon)", () => {
    fc.assert(
      fc.property(probability, fc.double({ min: 0, max: 0.99, noNaN: true }), (y, epsilon) => {
        const mixed = mixLabels([y], [0.5], epsilon / (1 - epsilon));
        expect(smoothLabels([y], epsilon)[0]).toBeCloseTo(mixed[0], 12);
      }),
    );
  });
});

describe("smoothTargets", () => {
  it("takes epsilon from the label and spreads it over all classes", () => {
    const smoothed = smoothTargets(flatten(oneHot([2], 10)), 10, 0.1);
    expect(smoothed[2]).toBeCloseTo(0.91, 15);
    expect(smoothed[3]).toBeCloseTo(0.01, 15);
  });

  it("leaves targets alone at epsilon 0 and is uniform at 1", () => {
    expect([...smoothTargets(Float64Array.of(1, 0), 2, 0)]).toEqual([1, 0]);
    expect([...smoothTargets(Float64Array.of(1, 0), 2, 1)]).toEqual([0.5, 0.5]);
  });

  it("refuses what is not whole rows", () =>
    expect(() => smoothTargets(Float64Array.of(1, 0, 0), 2, 0.1)).toThrow(
      /^the rows of targets must .* got 1\.5$/,
    ));
});

describe("shuffleWithinLabels", () => {
  const labels = Array.from({ length: 60 }, (_, i) => i % 3);
  /** Row i says i, so that it can be recognised. */
  const taught = Float64Array.from({ length: 120 }, (_, k) => (k % 2 ? k : (k >> 1) / 100));
  const shuffled = shuffleWithinLabels(taught, labels, seededStream("shuffle"));
  const rowAt = (i: number) => Math.round(shuffled[2 * i] * 100);

  it("gives every example a row of an example with its label, each row once", () => {
    const from = labels.map((_, i) => rowAt(i));
    from.forEach((row, i) => {
      expect(labels[row]).toBe(labels[i]);
    });
    expect([...from].sort((a, b) => a - b)).toEqual(labels.map((_, i) => i));
  });

  it("moves whole rows", () =>
    labels.forEach((_, i) => {
      expect(shuffled[2 * i + 1]).toBe(2 * rowAt(i) + 1);
    }));

  it("moves most of them, and leaves the teacher's as they were", () => {
    expect(labels.filter((_, i) => rowAt(i) !== i).length).toBeGreaterThan(40);
    expect(taught[2]).toBe(0.01);
  });
});

describe("meanTargets", () => {
  it("averages teachers, entry by entry", () =>
    expect([...meanTargets([Float64Array.of(1, 0), Float64Array.of(0.5, 0.5)])]).toEqual([
      0.75, 0.25,
    ]));
});

describe("mostProbable", () => {
  it("takes the first of equals", () =>
    expect(mostProbable(Float64Array.of(0.2, 0.4, 0.4))).toBe(1));
});
