import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logit, sigmoid, softplus } from "../../lib/losses/softplus.js";

const anyLogit = fc.double({ min: -700, max: 700, noNaN: true });
const close = (a: number, b: number, tolerance: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(b)));

describe("softplus(z)", () => {
  it("is log 2 at 0 and log 4 at log 3", () => {
    expect(softplus(0)).toBe(Math.LN2);
    expect(softplus(Math.log(3))).toBeCloseTo(Math.log(4), 15);
    expect(softplus(-Math.log(3))).toBeCloseTo(Math.log(4 / 3), 15);
  });

  it("neither overflows nor loses the left tail", () => {
    expect(softplus(1e308)).toBe(1e308);
    expect(softplus(Infinity)).toBe(Infinity);
    expect(softplus(-Infinity)).toBe(0);
    expect(softplus(-50) / Math.exp(-50)).toBeCloseTo(1, 14);
    expect(softplus(-700) / Math.exp(-700)).toBeCloseTo(1, 14);
  });

  it("differs from its mirror image by z: softplus(z) - softplus(-z) = z", () => {
    fc.assert(
      fc.property(anyLogit, (z) => {
        close(softplus(z) - softplus(-z), z, 1e-15);
      }),
      { seed: 1 },
    );
  });

  it("is -log sigmoid(-z)", () => {
    fc.assert(
      fc.property(anyLogit, (z) => {
        close(-Math.log(sigmoid(-z)), softplus(z), 1e-15);
      }),
      { seed: 1 },
    );
  });

  it("has sigmoid as its slope", () => {
    const near = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(near, (z) => {
        const slope = (softplus(z + 1e-5) - softplus(z - 1e-5)) / 2e-5;
        expect(Math.abs(slope - sigmoid(z))).toBeLessThan(1e-9);
      }),
      { seed: 1 },
    );
  });
});

describe("sigmoid(z)", () => {
  it("is 1/2 at 0, 3/4 at log 3, 0 and 1 at the infinities", () => {
    expect(sigmoid(0)).toBe(0.5);
    expect(sigmoid(Math.log(3))).toBeCloseTo(0.75, 15);
    expect(sigmoid(-Infinity)).toBe(0);
    expect(sigmoid(-740)).toBe(Math.exp(-740));
    expect(sigmoid(Infinity)).toBe(1);
  });

  it("keeps the left tail: sigmoid(-700) is exp(-700)", () => {
    expect(sigmoid(-700) / Math.exp(-700)).toBeCloseTo(1, 14);
    expect(sigmoid(-1e4)).toBe(0);
  });

  it("and its mirror image add up to 1", () => {
    fc.assert(
      fc.property(anyLogit, (z) => {
        close(sigmoid(z) + sigmoid(-z), 1, 2.3e-16);
      }),
      { seed: 1 },
    );
  });

  it("never falls", () => {
    fc.assert(
      fc.property(anyLogit, anyLogit, (a, b) => {
        expect(sigmoid(Math.max(a, b))).toBeGreaterThanOrEqual(sigmoid(Math.min(a, b)));
      }),
      { seed: 1 },
    );
  });
});

describe("logit", () => {
  it("is log 3 at 3/4 and the inverse of the logistic function, small probabilities included", () => {
    expect(logit(0.75)).toBeCloseTo(Math.log(3), 15);
    for (const p of [1e-300, 0.2, 0.5, 1 - 2 ** -53]) {
      expect(Math.abs(sigmoid(logit(p)) / p - 1)).toBeLessThan(1e-12);
    }
  });

  it("refuses 0 and 1, which have none", () => {
    for (const p of [0, 1]) expect(() => logit(p)).toThrow(/^p must be in .* got [01]$/);
  });
});
