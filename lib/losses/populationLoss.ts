import type { Quadrature } from "../data/normalGrid.js";
import { softplus } from "./softplus.js";

/**
 * The expected log-loss of a function of x under labels with probability eta(x), by quadrature.
 *
 * @param logits the function's values at the quadrature's points
 * @param eta the probability of label 1 at the same points
 * @returns nats
 * @example populationLoss(normalGrid(10), zeros, etas) // log 2 for all-zero logits
 */
export function populationLoss(
  { weights }: Quadrature,
  logits: ArrayLike<number>,
  eta: ArrayLike<number>,
): number {
  return weights.reduce((sum, w, i) => sum + w * (softplus(logits[i]) - eta[i] * logits[i]), 0);
}
