import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { polynomialFeatures, sineFeatures } from "../../lib/models/features.js";

describe("polynomialFeatures(x, degree)", () => {
  it("has a row an input and a column a power, without the constant", () => {
    expect(polynomialFeatures([2, -3], 3).to2DArray()).toEqual([
      [2, 4, 8],
      [-3, 9, -27],
    ]);
    expect(polynomialFeatures([5], 1).to2DArray()).toEqual([[5]]);
  });

  it("divides by the scale before it takes powers", () => {
    expect(polynomialFeatures([6], 3, { scale: 2 }).to2DArray()).toEqual([[3, 9, 27]]);
  });

  it("takes typed arrays, and no input at all", () => {
    expect(polynomialFeatures(Float64Array.of(0.5), 2).to2DArray()).toEqual([[0.5, 0.25]]);
    const empty = polynomialFeatures([], 3);
    expect([empty.rows, empty.columns]).toEqual([0, 3]);
  });

  it("agrees with ** to rounding", () => {
    const input = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 8 }), (x, degree) => {
        const row = polynomialFeatures([x], degree).getRow(0);
        row.forEach((value, j) => {
          expect(Math.abs(value - x ** (j + 1))).toBeLessThanOrEqual(1e-14 * Math.abs(value));
        });
      }),
      { seed: 1 },
    );
  });
});

describe("sineFeatures(x)", () => {
  it("has one column, the sine", () => {
    const design = sineFeatures([0, Math.PI / 2, -Math.PI / 6]);
    expect([design.rows, design.columns]).toEqual([3, 1]);
    expect(design.get(0, 0)).toBe(0);
    expect(design.get(1, 0)).toBe(1);
    expect(design.get(2, 0)).toBeCloseTo(-0.5, 15);
  });
});
