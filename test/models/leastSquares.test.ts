import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { polynomialFeatures } from "../../lib/models/features.js";
import { fitLeastSquares } from "../../lib/models/leastSquares.js";
import { decisionFunction } from "../../lib/models/linearModel.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { golden } from "../support/golden.js";
import { expectRefusal, type Refusal } from "../support/refusals.js";

interface Golden {
  leastSquares: { x: number[]; target: number[]; weights: number[]; intercept: number };
}
const { leastSquares } = golden<Golden>("logistic");
const X = new Matrix([[0], [1], [2], [4]]);

describe("fitLeastSquares(designMatrix, targets)", () => {
  // scikit-learn solves the unscaled cubic, whose condition number of 1e5 costs it some digits.
  it("agrees with scikit-learn's LinearRegression on an unscaled cubic", () => {
    const fit = fitLeastSquares(polynomialFeatures(leastSquares.x, 3), leastSquares.target);
    expectRelativelyClose(fit.weights, leastSquares.weights, 1e-9);
    expectRelativelyClose([fit.intercept], [leastSquares.intercept], 1e-9);
  });

  it("goes through points on a line", () => {
    const { weights, intercept } = fitLeastSquares(new Matrix([[0], [1], [2]]), [1, 3, 5]);
    expect(weights[0]).toBeCloseTo(2, 14);
    expect(intercept).toBeCloseTo(1, 14);
  });

  it("gives the hand-worked slope and intercept: sum xy / sum xx about the means", () => {
    // x - 7/4 = -1.75, -0.75, 0.25, 2.25, squares add to 8.75; with y they add to -1.75 + 0.5 + 6.75.
    const { weights, intercept } = fitLeastSquares(X, [1, 0, 2, 3]);
    expect(weights[0]).toBeCloseTo(5.5 / 8.75, 14);
    expect(intercept).toBeCloseTo(1.5 - (5.5 / 8.75) * 1.75, 14);
  });

  it("leaves residuals orthogonal to every column and to the intercept", () => {
    const number = fc.double({ min: -30, max: 30, noNaN: true });
    const distinct = fc.uniqueArray(fc.integer({ min: -30, max: 30 }), {
      minLength: 5,
      maxLength: 30,
    });
    fc.assert(
      fc.property(distinct, fc.array(number, { minLength: 30, maxLength: 30 }), (x, pool) => {
        const targets = pool.slice(0, x.length);
        const design = polynomialFeatures(x, 3, { scale: 30 });
        const fitted = decisionFunction(fitLeastSquares(design, targets), design);
        const residuals = targets.map((target, i) => target - fitted[i]);
        for (const column of [...design.transpose().to2DArray(), x.map(() => 1)]) {
          const inner = residuals.reduce((sum, r, i) => sum + r * column[i], 0);
          expect(Math.abs(inner)).toBeLessThan(1e-9);
        }
      }),
      { seed: 1 },
    );
  });

  it("interpolates where there is one row more than columns", () => {
    const design = polynomialFeatures([-20, 3, 7, 25], 3);
    const fitted = decisionFunction(fitLeastSquares(design, [1, -2, 3, 0.5]), design);
    for (const [i, target] of [1, -2, 3, 0.5].entries()) expect(fitted[i]).toBeCloseTo(target, 9);
  });

  it("takes targets up to the largest numbers: a mean of 1e308, -1e308, 1e308 is a third of 1e308", () => {
    const fit = fitLeastSquares(new Matrix([[1], [2], [3]]), [1e308, -1e308, 1e308]);
    expect(fit.intercept / 1e308).toBeCloseTo(1 / 3, 14);
    expect(Math.abs(fit.weights[0] / 1e308)).toBeLessThan(1e-14);
  });

  it("does not depend on the scale of targets and columns, over 600 orders of magnitude", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -300, max: 300 }),
        fc.integer({ min: -140, max: 140 }),
        (t, x) => {
          fc.pre(Math.abs(t - x) < 300);
          const rows = [[-1], [1], [2], [5]];
          const plain = fitLeastSquares(new Matrix(rows), [1, -2, 3, 0.5]);
          const fit = fitLeastSquares(
            new Matrix(rows.map((row) => row.map((v) => v * 10 ** x))),
            [1, -2, 3, 0.5].map((v) => v * 10 ** t),
          );
          expect(fit.weights[0] / 10 ** (t - x) / plain.weights[0]).toBeCloseTo(1, 10);
          expect(fit.intercept / 10 ** t / plain.intercept).toBeCloseTo(1, 10);
        },
      ),
    );
  });

  it("refuses a slope that overflows, rather than giving infinity", () => {
    expect(() => fitLeastSquares(new Matrix([[0], [1e-300], [2e-300]]), [0, 1e300, 2e300])).toThrow(
      "targets must give a finite result, got Infinity",
    );
  });

  const refusals: Refusal[] = [
    [
      "an empty design",
      () => fitLeastSquares(new Matrix(0, 1), []),
      RangeError,
      /^designMatrix .*0 rows/,
    ],
    [
      "lengths that differ",
      () => fitLeastSquares(X, [1, 2]),
      RangeError,
      /^targets .* \(4\), got 2$/,
    ],
    ["NaN", () => fitLeastSquares(X, [1, NaN, 1, 1]), RangeError, /^targets\[1\] .* got NaN$/],
    [
      "infinity in the design",
      () => fitLeastSquares(new Matrix([[1], [Infinity]]), [0, 1]),
      RangeError,
      /^designMatrix\[1\]\[0\] .* got Infinity$/,
    ],
    [
      "as many rows as columns",
      () => fitLeastSquares(new Matrix([[1]]), [1]),
      RangeError,
      /^designMatrix must have more rows than columns \(1\).* got 1$/,
    ],
    [
      "a constant column",
      () => fitLeastSquares(new Matrix([[3], [3], [3]]), [1, 2, 3]),
      RangeError,
      /^designMatrix must have linearly independent columns/,
    ],
    [
      "a column twice",
      () =>
        fitLeastSquares(
          new Matrix([
            [1, 2],
            [2, 4],
            [5, 10],
            [7, 14],
          ]),
          [0, 1, 0, 1],
        ),
      RangeError,
      /linearly independent/,
    ],
    [
      "a column that is the sum of two others but for rounding",
      () =>
        fitLeastSquares(
          new Matrix(
            [2, 3, 5, 7, 11].map((v) => [Math.sqrt(v), Math.sin(v), Math.sqrt(v) + Math.sin(v)]),
          ),
          [0, 1, 0, 1, 1],
        ),
      RangeError,
      /linearly independent/,
    ],
  ];
  it.each(refusals)("refuses %s", expectRefusal);
});
