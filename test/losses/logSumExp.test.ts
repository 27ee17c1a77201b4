import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logSumExp } from "../../lib/losses/softmax.js";
import { logitsOf } from "../support/arbitraries.js";
import { classGolden } from "../support/classGolden.js";
import { expectRelativelyClose } from "../support/closeTo.js";

describe("logSumExp", () => {
  it.each(classGolden.losses)("agrees with SciPy's logsumexp, case %#", (c) => {
    expectRelativelyClose([logSumExp(c.logits)], [c.logSumExp], 1e-14);
  });

  it("gives log d for d equal zeros", () => {
    expect(logSumExp([0, 0, 0, 0])).toBeCloseTo(Math.log(4), 15);
  });

  it.each([1e4, -1e4, 1e300])("neither overflows nor underflows at %d", (size) => {
    expect(logSumExp([size, size])).toBe(size + Math.LN2);
  });

  it("keeps the digits of a small share beside a large one", () => {
    expect(logSumExp([0, -40])).toBe(Math.exp(-40));
  });

  it("is the value itself where there is only one", () => {
    expect(logSumExp([-3.25])).toBe(-3.25);
  });

  it("moves along with a shift of all values", () => {
    fc.assert(
      fc.property(logitsOf(5), fc.double({ min: -100, max: 100, noNaN: true }), (z, shift) => {
        const moved = logSumExp(z.map((v) => v + shift)) - shift;
        expect(Math.abs(moved - logSumExp(z))).toBeLessThan(1e-12);
      }),
    );
  });

  it("lies between the maximum and the maximum + log d", () => {
    fc.assert(
      fc.property(logitsOf(6, 1e4), (z) => {
        const excess = logSumExp(z) - Math.max(...z);
        expect(excess).toBeGreaterThanOrEqual(0);
        expect(excess).toBeLessThanOrEqual(Math.log(6) + 1e-11);
      }),
    );
  });
});
