import { type AbstractMatrix, Matrix } from "ml-matrix";
import { checkInteger, checkNumber, checkResult, checkValues } from "../validate/checks.js";

/**
 * Polynomial features without the constant column: row i is x_i, x_i², …, x_i^degree.
 *
 * @param x n finite inputs
 * @param degree at least 1
 * @param options.scale inputs are divided by it first (1 leaves them as they are)
 * @returns an n × degree design matrix
 * @throws RangeError if an argument is out of its domain or a power is too large for a number
 * @example polynomialFeatures([2], 3).to2DArray() // [[2, 4, 8]]
 */
export function polynomialFeatures(
  x: ArrayLike<number>,
  degree: number,
  { scale = 1 } = {},
): Matrix {
  checkInteger("degree", degree, 1);
  checkNumber("scale", scale, Number.MIN_VALUE);
  return fillWithPowers(new Matrix(x.length, degree), x, scale);
}

/** Puts into row i of a design matrix the powers of x_i / scale, from the first one on. */
export function fillWithPowers<Design extends AbstractMatrix>(
  design: Design,
  x: ArrayLike<number>,
  scale: number,
): Design {
  checkValues("x", x);
  const degree = design.columns;
  for (let i = 0; i < x.length; i++) {
    const u = x[i] / scale;
    for (let j = 0, power = u; j < degree; j++, power *= u) design.set(i, j, power);
    checkResult("x", design.get(i, degree - 1));
  }
  return design;
}

/**
 * The teacher's single feature: row i is sin x_i.
 *
 * @param x n finite inputs (radians)
 * @returns an n × 1 design matrix
 * @throws RangeError if x is not made of finite numbers
 * @example sineFeatures([Math.PI / 2]).to2DArray() // [[1]]
 */
export function sineFeatures(x: ArrayLike<number>): Matrix {
  return fillWithSines(new Matrix(x.length, 1), x);
}

/** Puts the sines into the one column of a design matrix. */
export function fillWithSines<Design extends AbstractMatrix>(
  design: Design,
  x: ArrayLike<number>,
): Design {
  checkValues("x", x);
  for (let i = 0; i < x.length; i++) design.set(i, 0, Math.sin(x[i]));
  return design;
}

/**
 * Sines and cosines of the first multiples of x: row i is sin x_i, cos x_i, …, sin(harmonics · x_i), cos(harmonics · x_i).
 *
 * @param x n inputs (radians) whose multiples are finite
 * @param harmonics how many multiples, at least 1
 * @returns an n × 2·harmonics design matrix, without a constant column
 * @example harmonicFeatures([0], 2).to2DArray() // [[0, 1, 0, 1]]
 */
export function harmonicFeatures(x: ArrayLike<number>, harmonics: number): Matrix {
  const design = new Matrix(x.length, 2 * harmonics);
  for (let i = 0; i < x.length; i++) {
    for (let k = 1; k <= harmonics; k++) {
      design.set(i, 2 * k - 2, Math.sin(k * x[i]));
      design.set(i, 2 * k - 1, Math.cos(k * x[i]));
    }
  }
  return design;
}
