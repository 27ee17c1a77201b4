import type { Matrix } from "ml-matrix";
import { softmax, type TemperatureOptions } from "../losses/softmax.js";

/** A linear function of the features for each of d classes: z_k = intercepts_k + features · weights_k. */
export interface SoftmaxModel {
  /** d rows of one weight a feature. */
  weights: Float64Array[];
  /** One a class, d. */
  intercepts: Float64Array;
}

/**
 * The logits of a softmax model on every row of a design matrix.
 *
 * @param model of d classes, with as many weights a class as the matrix has columns
 * @param designMatrix n × features
 * @returns n rows of d logits
 * @example classLogits(model, new Matrix([[3]])) // [[6, 0]] for weights [[2], [0]] and intercepts [0, 0]
 */
export function classLogits(model: SoftmaxModel, designMatrix: Matrix): Float64Array[] {
  const { weights, intercepts } = model;
  const rows: Float64Array[] = [];
  for (let i = 0; i < designMatrix.rows; i++) {
    const logits = new Float64Array(intercepts.length);
    for (let k = 0; k < logits.length; k++) {
      const ofClass = weights[k];
      let logit = intercepts[k];
      for (let j = 0; j < ofClass.length; j++) logit += ofClass[j] * designMatrix.get(i, j);
      logits[k] = logit;
    }
    rows.push(logits);
  }
  return rows;
}

/**
 * The class probabilities of a softmax model on every row of a design matrix.
 *
 * @param options.temperature divides the logits first; default 1
 * @returns n rows of d probabilities
 * @example classProbabilities(model, new Matrix([[0]])) // [[0.5, 0.5]] for two classes with intercepts [0, 0]
 */
export function classProbabilities(
  model: SoftmaxModel,
  designMatrix: Matrix,
  options: TemperatureOptions = {},
): Float64Array[] {
  return classLogits(model, designMatrix).map((logits) => softmax(logits, options));
}
