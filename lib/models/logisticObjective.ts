import { Matrix } from "ml-matrix";
import { dot, type Objective } from "./newton.js";

/** The logits of all rows. */
export function logitsOf(
  columns: readonly Float64Array[],
  parameters: Float64Array,
  logits = new Float64Array(columns[0]?.length ?? 0),
): Float64Array {
  logits.fill(0);
  columns.forEach((column, j) => {
    const parameter = parameters[j];
    for (let i = 0; i < logits.length; i++) logits[i] += parameter * column[i];
  });
  return logits;
}

/**
 * The penalised log-loss of a logistic regression as a function of its parameters, with gradient and Hessian.
 *
 * @param columns k columns of n features, the intercept's 1 included
 * @param softTargets n probabilities of label 1
 * @param sampleWeights n weights of the examples
 * @param penalties k ridges
 */
export function logisticObjective(
  columns: Float64Array[],
  softTargets: ArrayLike<number>,
  sampleWeights: ArrayLike<number>,
  penalties: Float64Array,
): Objective {
  // Arrays of one kind, whatever the caller's: the loops below are compiled for them.
  const targets = Float64Array.from(softTargets);
  const weights = Float64Array.from(sampleWeights);
  const logits = new Float64Array(targets.length);
  /** exp(-|logit|), of which both the loss and the probability are made. */
  const decays = new Float64Array(targets.length);
  let current: Float64Array | undefined;
  /** A line search asks for the value and then the derivatives at the same parameters: exponentials are taken once. */
  const moveTo = (parameters: Float64Array) => {
    if (parameters === current) return;
    current = parameters;
    logitsOf(columns, parameters, logits);
    for (let i = 0; i < logits.length; i++) decays[i] = Math.exp(-Math.abs(logits[i]));
  };
  return {
    value(parameters) {
      moveTo(parameters);
      let total = 0;
      for (let i = 0; i < logits.length; i++) {
        const softplus = Math.max(logits[i], 0) + Math.log1p(decays[i]);
        total += weights[i] * (softplus - targets[i] * logits[i]);
      }
      return parameters.reduce((sum, v, j) => sum + (penalties[j] * v * v) / 2, total);
    },
    derivatives(parameters) {
      moveTo(parameters);
      const residuals = new Float64Array(logits.length);
      const curvatures = new Float64Array(logits.length);
      for (let i = 0; i < logits.length; i++) {
        // The probability of the less likely label: 1 less one near 1 would lose its digits.
        const rare = decays[i] / (1 + decays[i]);
        const residual = logits[i] >= 0 ? 1 - targets[i] - rare : rare - targets[i];
        residuals[i] = weights[i] * residual;
        curvatures[i] = weights[i] * rare * (1 - rare);
      }
      const gradient = new Float64Array(columns.length);
      const hessian = Matrix.zeros(columns.length, columns.length);
      const curved = new Float64Array(logits.length);
      columns.forEach((column, j) => {
        gradient[j] = penalties[j] * parameters[j] + dot(column, residuals);
        for (let i = 0; i < curved.length; i++) curved[i] = curvatures[i] * column[i];
        for (let k = 0; k < j; k++) {
          const entry = dot(curved, columns[k]);
          hessian.set(j, k, entry);
          hessian.set(k, j, entry);
        }
        hessian.set(j, j, penalties[j] + dot(curved, column));
      });
      return { gradient, hessian };
    },
    gradientTerms(parameters) {
      moveTo(parameters);
      const sizes = weights.map((weight, i) => {
        const rare = decays[i] / (1 + decays[i]);
        return weight * (rare + (logits[i] >= 0 ? 1 - targets[i] : targets[i]));
      });
      return Float64Array.from(columns, (column, j) =>
        sizes.reduce(
          (sum, size, i) => sum + size * Math.abs(column[i]),
          penalties[j] * Math.abs(parameters[j]),
        ),
      );
    },
  };
}
