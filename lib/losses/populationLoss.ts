import type { Quadrature } from "../data/normalGrid.js";
import { checkLength, checkValues } from "../validate/checks.js";
import { softplus } from "./softplus.js";

/**
 * The expected log-loss of a function of x under labels with probability eta(x), by quadrature.
 *
 * @param logits the function's values at the quadrature's points
 * @param eta the probability of label 1 at the same points
 * @returns nats
 * @throws RangeError if a logit is not finite, a weight or eta is outside [0, 1], or the lengths differ
 * @example populationLoss(normalGrid(10), zeros, etas) // log 2 for all-zero logits
 */
export function populationLoss(
  { weights }: Quadrature,
  logits: ArrayLike<number>,
  eta: ArrayLike<number>,
): number {
  checkValues("quadrature.weights", weights, 0, 1);
  checkLength("logits", logits, weights.length, "the quadrature's weights");
  checkValues("logits", logits);
  checkLength("eta", eta, weights.length, "the quadrature's weights");
  checkValues("eta", eta, 0, 1);
  return weights.reduce((sum, w, i) => sum + w * (softplus(logits[i]) - eta[i] * logits[i]), 0);
}
