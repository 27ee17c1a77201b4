import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logLoss } from "../../lib/losses/logLoss.js";
import { mixLabels, smoothLabels } from "../../lib/models/softTargets.js";

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

  it.each([
    ["a negative alpha", () => mixLabels([1], [0.5], -1), /alpha.*-1/],
    ["an alpha that is NaN", () => mixLabels([1], [0.5], Number.NaN), /alpha.*NaN/],
    ["a teacher above 1", () => mixLabels([1], [1.5], 1), /teacher\[0\].*1\.5/],
    ["lengths that differ", () => mixLabels([1, 0], [0.5], 1), /teacher.*\(2\), got 1/],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
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

  it.each([-0.1, 1.1, Number.NaN])("refuses epsilon = %d", (epsilon) => {
    expect(() => smoothLabels([1], epsilon)).toThrow(/epsilon/);
  });
});
