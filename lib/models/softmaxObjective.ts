import { logSumExp, softmax, softmaxRows } from "../losses/softmax.js";
import { arraysOf } from "./designMatrix.js";
import { addProducts } from "./innerProducts.js";
import type { Objective } from "./newton.js";

/**
 * An orthonormal basis of the vectors of d entries that sum to 0 (Helmert's contrasts). The softmax does not see what
 * is added to all classes alike, so its parameters are counted in this basis.
 *
 * @param classes d, at least 2
 * @returns d rows of d - 1 entries; the columns are the basis
 * @example sumZeroBasis(2) // [ Float64Array [ 0.7071067811865475 ], Float64Array [ -0.7071067811865475 ] ]
 */
export function sumZeroBasis(classes: number): Float64Array[] {
  return Array.from({ length: classes }, (_, k) =>
    Float64Array.from({ length: classes - 1 }, (_, a) => {
      const length = Math.sqrt((a + 1) * (a + 2));
      if (k <= a) return 1 / length;
      return k === a + 1 ? -(a + 1) / length : 0;
    }),
  );
}

/**
 * The penalised cross-entropy of a softmax regression as a function of its parameters, with gradient and Hessian.
 * The logits of d classes are basis · u, where u_a = row · parameters_a for each of the d - 1 columns of the basis:
 * an orthonormal basis leaves the penalty a plain sum of squares.
 *
 * @param rows n rows of features, the intercept's 1 included
 * @param targets n rows of d probabilities
 * @param weights n weights of the examples
 * @param penalties one for each entry of a row, the intercept's included
 * @param basis d rows of d - 1 entries
 * @returns an objective of (d - 1) × features parameters, one block of all features for each column of the basis
 */
export function softmaxObjective(
  rows: readonly Float64Array[],
  targets: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
  penalties: Float64Array,
  basis: readonly Float64Array[],
): Objective {
  const size = penalties.length;
  const blocks = basis.length - 1;
  const order = blocks * size;
  // Filled anew for each row of each step: plain loops over the same arrays, since new ones took most of a fit's time.
  const logits = new Float64Array(basis.length);
  const residuals = new Float64Array(basis.length);
  const curvature = new Float64Array(blocks ** 2);
  const hessian = new Float64Array(order ** 2);
  const curvatures = arraysOf(rows.length, blocks ** 2);
  const [curved, ...columns] = arraysOf(rows.length, 1 + size);
  rows.forEach((row, i) => {
    for (let j = 0; j < size; j++) columns[j][i] = row[j];
  });
  const logitsOf = (parameters: Float64Array, row: Float64Array) => {
    logits.fill(0);
    for (let a = 0; a < blocks; a++) {
      let u = 0;
      for (let j = 0; j < size; j++) u += parameters[a * size + j] * row[j];
      for (let k = 0; k < logits.length; k++) logits[k] += basis[k][a] * u;
    }
    return logits;
  };
  return {
    value(parameters) {
      let total = parameters.reduce((sum, v, i) => sum + (penalties[i % size] * v * v) / 2, 0);
      rows.forEach((row, i) => {
        logitsOf(parameters, row);
        let loss = logSumExp(logits);
        for (let k = 0; k < logits.length; k++) loss -= targets[i][k] * logits[k];
        total += weights[i] * loss;
      });
      return total;
    },
    derivatives(parameters) {
      const gradient = parameters.map((v, i) => penalties[i % size] * v);
      rows.forEach((row, i) => {
        const p = softmaxRows(logitsOf(parameters, row), basis.length);
        for (let k = 0; k < p.length; k++) residuals[k] = residual(p, targets[i], k);
        fillCurvature(curvature, p, basis);
        for (let a = 0; a < blocks; a++) {
          let slope = 0;
          for (let k = 0; k < p.length; k++) slope += basis[k][a] * residuals[k];
          slope *= weights[i];
          for (let j = 0; j < size; j++) gradient[a * size + j] += slope * row[j];
          for (let b = 0; b <= a; b++) {
            curvatures[a * blocks + b][i] = weights[i] * curvature[a * blocks + b];
          }
        }
      });
      hessian.fill(0);
      for (let a = 0; a < blocks; a++) {
        for (let b = 0; b <= a; b++) {
          const factors = curvatures[a * blocks + b];
          for (let j = 0; j < size; j++) {
            const row = (a * size + j) * order + b * size;
            if (a === b) hessian[row + j] = penalties[j];
            const column = columns[j];
            for (let i = 0; i < curved.length; i++) curved[i] = factors[i] * column[i];
            addProducts(hessian, row, curved, columns, a === b ? j + 1 : size);
          }
        }
      }
      return { gradient, hessian };
    },
    gradientTerms(parameters) {
      const terms = parameters.map((v, i) => penalties[i % size] * Math.abs(v));
      rows.forEach((row, i) => {
        const p = softmax(logitsOf(parameters, row));
        const sizes = p.map((v, k) =>
          targets[i][k] === 1 ? -residual(p, targets[i], k) : v + targets[i][k],
        );
        for (let a = 0; a < blocks; a++) {
          const total = sizes.reduce((sum, v, k) => sum + Math.abs(basis[k][a]) * v, 0);
          for (let j = 0; j < size; j++)
            terms[a * size + j] += weights[i] * total * Math.abs(row[j]);
        }
      });
      return terms;
    },
  };
}

/** p_k - t_k; where t_k is 1, less the probabilities of the others, since 1 less a p near 1 would lose its digits. */
function residual(p: Float64Array, target: ArrayLike<number>, k: number): number {
  if (target[k] !== 1) return p[k] - target[k];
  let others = 0;
  for (let l = 0; l < p.length; l++) if (l !== k) others += p[l];
  return -others;
}

/**
 * The Hessian of the log-sum-exp in the basis, row by row: Qᵀ (diag p - p pᵀ) Q, its lower triangle. Counted from the likeliest class, since a sure
 * prediction's would otherwise be the rounding of two numbers near 1.
 */
function fillCurvature(
  curvature: Float64Array,
  p: Float64Array,
  basis: readonly Float64Array[],
): void {
  let likeliest = 0;
  for (let k = 1; k < p.length; k++) if (p[k] > p[likeliest]) likeliest = k;
  const origin = basis[likeliest];
  const mean = new Float64Array(origin.length);
  for (let a = 0; a < mean.length; a++)
    for (let k = 0; k < p.length; k++) mean[a] += p[k] * (basis[k][a] - origin[a]);
  for (let a = 0; a < mean.length; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = -mean[a] * mean[b];
      for (let k = 0; k < p.length; k++)
        sum += p[k] * (basis[k][a] - origin[a]) * (basis[k][b] - origin[b]);
      curvature[a * mean.length + b] = sum;
    }
  }
}
