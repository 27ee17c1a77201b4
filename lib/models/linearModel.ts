import type { AbstractMatrix } from "ml-matrix";
import { checkLength, checkNumber, checkResult, checkValues } from "../validate/checks.js";
import { checkDesign } from "./designMatrix.js";

/** A function of the features, z = intercept + features · weights; for a classifier z is the logit. */
export interface LinearModel {
  /** One weight a feature. */
  weights: Float64Array;
  intercept: number;
}

/**
 * The value of a linear model on every row of a design matrix (scikit-learn's `decision_function`).
 *
 * @param model with as many weights as the matrix has columns
 * @param designMatrix n × d
 * @returns n values; logits for a classifier
 * @throws RangeError if the matrix is empty, a number or a value is not finite, or the number of columns
 * is not the number of weights
 * @example decisionFunction({ weights: Float64Array.of(2), intercept: 1 }, new Matrix([[3]])) // Float64Array [ 7 ]
 */
export function decisionFunction(model: LinearModel, designMatrix: AbstractMatrix): Float64Array {
  checkDesign(designMatrix);
  checkValues("model.weights", model.weights);
  checkNumber("model.intercept", model.intercept);
  checkLength("model.weights", model.weights, designMatrix.columns, "the columns of designMatrix");
  const values = new Float64Array(designMatrix.rows).fill(model.intercept);
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < model.weights.length; j++) {
      values[i] += designMatrix.get(i, j) * model.weights[j];
    }
  }
  checkResult("model.weights or designMatrix", values);
  return values;
}
