import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logSoftmax, softmax } from "../../lib/losses/softmax.js";
import { logitsOf } from "../support/arbitraries.js";
import { classGolden } from "../support/classGolden.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { expectCloseWithin } from "../support/closeWithin.js";

const temperatures = fc.double({ min: 0.05, max: 100, noNaN: true });
const entropyOf = (p: Float64Array) =>
  p.reduce((sum, v) => (v > 0 ? sum - v * Math.log(v) : sum), 0);

describe("softmax", () => {
  it.each(classGolden.losses)("agrees with SciPy at a temperature, case %#", (c) => {
    expectRelativelyClose(softmax(c.logits, { temperature: c.temperature }), c.softmax, 1e-12);
  });

  it("takes the root of the odds: 4 to 1 become 2 to 1 at temperature 2", () => {
    const [p, q] = softmax([Math.log(4), 0], { temperature: 2 });
    expect(p).toBeCloseTo(2 / 3, 15);
    expect(q).toBeCloseTo(1 / 3, 15);
  });

  it("stays a distribution at logits of ±1e4", () => {
    expect([...softmax([1e4, -1e4, 1e4])]).toEqual([0.5, 0, 0.5]);
  });

  it("stays a distribution where a tiny temperature would overflow", () => {
    expect([...softmax([1e300, -1e300], { temperature: 1e-300 })]).toEqual([1, 0]);
  });

  it("gives probabilities that sum to 1", () => {
    fc.assert(
      fc.property(logitsOf(7, 1e4), temperatures, (z, temperature) => {
        const p = softmax(z, { temperature });
        expect(p.every((v) => v >= 0 && v <= 1)).toBe(true);
        expect(p.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("does not see what is added to all logits", () => {
    fc.assert(
      fc.property(logitsOf(4), fc.integer({ min: -64, max: 64 }), (z, shift) => {
        expectAllClose(softmax(z.map((v) => v + shift)), softmax(z));
      }),
    );
  });

  it("does not depend on the order of the classes", () => {
    fc.assert(
      fc.property(logitsOf(5), (z) => {
        expectAllClose(softmax([...z].reverse()).reverse(), softmax(z));
      }),
    );
  });

  it("flattens as the temperature rises: less top probability, more entropy", () => {
    fc.assert(
      fc.property(logitsOf(4), temperatures, temperatures, (z, a, b) => {
        const cold = softmax(z, { temperature: Math.min(a, b) });
        const hot = softmax(z, { temperature: Math.max(a, b) });
        expect(Math.max(...hot)).toBeLessThanOrEqual(Math.max(...cold) + 1e-14);
        expect(entropyOf(hot)).toBeGreaterThanOrEqual(entropyOf(cold) - 1e-12);
      }),
    );
  });
});

describe("logSoftmax", () => {
  it.each(classGolden.losses)("agrees with SciPy's log_softmax, case %#", (c) => {
    const tolerance = { relative: 1e-12, absolute: 1e-15 };
    expectCloseWithin(logSoftmax(c.logits), c.logSoftmax, tolerance);
  });

  it("is finite where the softmax itself has underflowed to 0", () => {
    expect([...logSoftmax([1e4, -1e4])]).toEqual([0, -2e4]);
  });

  it("stays finite at a temperature at which any difference overflows", () => {
    expect([...logSoftmax([0, 1, -1], { temperature: 1e-309 })]).toEqual([
      -Number.MAX_VALUE,
      0,
      -Number.MAX_VALUE,
    ]);
  });

  it("is the logarithm of softmax", () => {
    fc.assert(
      fc.property(logitsOf(4), temperatures, (z, temperature) => {
        const p = softmax(z, { temperature });
        const back = logSoftmax(z, { temperature }).map(Math.exp);
        expectAllClose(back, p);
      }),
    );
  });
});

function expectAllClose(actual: Float64Array, expected: Float64Array): void {
  actual.forEach((v, k) => {
    expect(Math.abs(v - expected[k])).toBeLessThan(1e-12);
  });
}
