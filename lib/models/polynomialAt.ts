import { checkArray, checkNumber, checkResult, checkValues } from "../validate/checks.js";
import type { LinearModel } from "./linearModel.js";

/**
 * The value of a model on polynomial features at one input, by Horner's rule: no array is made, for integrands that
 * are called millions of times.
 *
 * @param model with the weights of x, x², x³, …
 * @param x a finite number
 * @throws RangeError or TypeError where a number or the value is not finite
 * @example polynomialAt({ weights: Float64Array.of(0, 1), intercept: 1 }, 3) // 10
 */
export function polynomialAt({ weights, intercept }: LinearModel, x: number): number {
  checkArray("model.weights", weights);
  let value = 0;
  for (let j = weights.length - 1; j >= 0; j--) value = (value + weights[j]) * x;
  value += intercept;
  // Looking at the value alone keeps the usual call cheap: a bad argument always shows in it.
  if (!Number.isFinite(value)) {
    checkNumber("x", x);
    checkValues("model.weights", weights);
    checkNumber("model.intercept", intercept);
    checkResult("x or model.weights", value);
  }
  return value;
}
