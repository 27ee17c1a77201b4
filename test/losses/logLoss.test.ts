import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipBounds, logLoss, SKLEARN_CLIP } from "../../lib/losses/logLoss.js";
import { golden } from "../support/golden.js";

interface Case {
  targets: number[];
  logits: number[];
  clip: number;
  loss: number;
}
const { cases } = golden<{ cases: Case[] }>("logLoss");

describe("logLoss(targets, logits)", () => {
  // The oracle rounds 1 - p before its logarithm: at the largest unclipped logits here this costs 1e-6 of one term.
  it.each(cases)("agrees with Python, clip $clip, case %#", ({ targets, logits, clip, loss }) => {
    expect(Math.abs(logLoss(targets, logits, { clip }) / loss - 1)).toBeLessThan(1e-8);
  });

  it("is log 2 for logits of 0, whatever the targets", () => {
    expect(logLoss([1, 0, 0.3], [0, 0, 0])).toBeCloseTo(Math.LN2, 15);
  });

  it("is the hand-worked mean: -(log 3/4 + log 1/4) / 2", () => {
    const loss = logLoss([1, 0], [Math.log(3), Math.log(3)]);
    expect(loss).toBeCloseTo(-(Math.log(0.75) + Math.log(0.25)) / 2, 14);
  });

  it("weighs both labels' losses by a soft target", () => {
    const z = 1.7;
    const soft = logLoss([0.3], [z]);
    expect(soft).toBeCloseTo(0.3 * logLoss([1], [z]) + 0.7 * logLoss([0], [z]), 14);
  });

  it("has no ceiling without a clip", () => {
    expect(logLoss([0], [1000])).toBe(1000);
    expect(logLoss([1], [-1e300])).toBe(1e300);
    expect(logLoss([1], [1e300])).toBe(0);
  });

  it("costs at most -log clip and at least -log(1 - clip)", () => {
    expect(logLoss([0], [1000], { clip: SKLEARN_CLIP })).toBeCloseTo(52 * Math.LN2, 12);
    expect(logLoss([1], [1000], { clip: SKLEARN_CLIP })).toBeCloseTo(2 ** -52, 30);
    expect(logLoss([0], [9], { clip: 0.1 })).toBeCloseTo(-Math.log(0.1), 15);
    expect(logLoss([1], [9], { clip: 0.1 })).toBeCloseTo(-Math.log(0.9), 15);
    expect(logLoss([1], [9], { clip: 0.5 })).toBe(Math.LN2);
  });

  it("is least, among all logits, at the logit of the target, where it is the entropy", () => {
    const target = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const logit = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(target, logit, (t, z) => {
        const entropy = -t * Math.log(t) - (1 - t) * Math.log(1 - t);
        expect(logLoss([t], [Math.log(t / (1 - t))])).toBeCloseTo(entropy, 12);
        expect(logLoss([t], [z])).toBeGreaterThanOrEqual(entropy - 1e-12);
      }),
      { seed: 1 },
    );
  });
});

describe("clipBounds(clip)", () => {
  it("are the losses of the probabilities clip and 1 - clip", () => {
    expect(clipBounds(0)).toEqual({ most: Infinity, least: 0 });
    expect(clipBounds(0.25).most).toBeCloseTo(Math.log(4), 15);
    expect(clipBounds(0.25).least).toBeCloseTo(Math.log(4 / 3), 15);
  });
});
