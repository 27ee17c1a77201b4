import { arraysOf } from "./designMatrix.js";
import { addProducts } from "./innerProducts.js";
import type { Objective } from "./newton.js";

/**
 * The penalised log-loss of a logistic regression as a function of its parameters, with gradient and Hessian.
 *
 * @param columns k columns of n features, the intercept's 1 included
 * @param weights n weights of the examples
 * @param penalties k ridges
 * @returns a function of n probabilities of label 1 that gives their objective, and takes the last one back
 */
export function logisticObjective(
  columns: readonly Float64Array[],
  weights: Float64Array,
  penalties: Float64Array,
): (softTargets: ArrayLike<number>) => Objective {
  const n = weights.length;
  // Filled anew in each step, and parts of one array: making many took most of a small fit's time.
  const [targets, logits, decays, residuals, curvatures, curved] = arraysOf(n, 6);
  const k = columns.length;
  const hessian = new Float64Array(k ** 2);
  let current: Float64Array | undefined;
  /** A line search asks for the value and then the derivatives at the same parameters: exponentials are taken once. */
  const moveTo = (parameters: Float64Array) => {
    if (parameters === current) return;
    current = parameters;
    logits.fill(0);
    for (let j = 0; j < k; j++) {
      const column = columns[j];
      const parameter = parameters[j];
      for (let i = 0; i < n; i++) logits[i] += parameter * column[i];
    }
    // exp(-|logit|), of which both the loss and the probability are made.
    for (let i = 0; i < n; i++) decays[i] = Math.exp(-Math.abs(logits[i]));
  };
  const objective: Objective = {
    value(parameters) {
      moveTo(parameters);
      let total = 0;
      for (let i = 0; i < n; i++) {
        const softplus = Math.max(logits[i], 0) + Math.log1p(decays[i]);
        total += weights[i] * (softplus - targets[i] * logits[i]);
      }
      for (let j = 0; j < parameters.length; j++) {
        total += (penalties[j] * parameters[j] * parameters[j]) / 2;
      }
      return total;
    },
    derivatives(parameters) {
      moveTo(parameters);
      for (let i = 0; i < n; i++) {
        // The probability of the less likely label: 1 less one near 1 would lose its digits.
        const rare = decays[i] / (1 + decays[i]);
        const residual = logits[i] >= 0 ? 1 - targets[i] - rare : rare - targets[i];
        residuals[i] = weights[i] * residual;
        curvatures[i] = weights[i] * rare * (1 - rare);
      }
      const gradient = new Float64Array(k);
      hessian.fill(0);
      for (let j = 0; j < k; j++) {
        const column = columns[j];
        let slope = 0;
        let curvature = 0;
        for (let i = 0; i < n; i++) {
          const feature = column[i];
          const product = curvatures[i] * feature;
          curved[i] = product;
          slope += feature * residuals[i];
          curvature += product * feature;
        }
        gradient[j] = penalties[j] * parameters[j] + slope;
        hessian[j * k + j] = penalties[j] + curvature;
        addProducts(hessian, j * k, curved, columns, j);
      }
      return { gradient, hessian };
    },
    gradientTerms(parameters) {
      moveTo(parameters);
      const sizes = curved;
      for (let i = 0; i < n; i++) {
        const rare = decays[i] / (1 + decays[i]);
        sizes[i] = weights[i] * (rare + (logits[i] >= 0 ? 1 - targets[i] : targets[i]));
      }
      const terms = new Float64Array(k);
      for (let j = 0; j < terms.length; j++) {
        const column = columns[j];
        let sum = penalties[j] * Math.abs(parameters[j]);
        for (let i = 0; i < n; i++) sum += sizes[i] * Math.abs(column[i]);
        terms[j] = sum;
      }
      return terms;
    },
  };
  return (softTargets) => {
    targets.set(softTargets);
    current = undefined;
    return objective;
  };
}
