import type { LinearModel } from "./linearModel.js";

/**
 * The value of a model on polynomial features at one input, by Horner's rule: no array is made, for integrands that
 * are called millions of times.
 *
 * @param model with the weights of x, x², x³, …
 * @param x a number; the caller looks after its domain
 * @example polynomialAt({ weights: Float64Array.of(0, 1), intercept: 1 }, 3) // 10
 */
export function polynomialAt({ weights, intercept }: LinearModel, x: number): number {
  return weights.reduceRight((sum, weight) => (sum + weight) * x, 0) + intercept;
}
