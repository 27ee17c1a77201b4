import { Matrix } from "ml-matrix";

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
