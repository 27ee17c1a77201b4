import { checkNumber } from "../validate/checks.js";
import { type LabelDistribution, labelVector } from "./labelDistribution.js";
import { checkOptima, type Optima } from "./optima.js";

/**
 * The expectation over all label vectors of a quantity of the learned parameters, such as their test loss.
 *
 * @param labels of labelDistribution
 * @param optima of optimaOf with the same labels
 * @param quantity a finite number for each parameter vector, in whatever unit
 * @throws RangeError that names the label vector if the quantity is not finite
 * @example expectedOverLabels(labels, optimaOf(labels, (y) => [y[0]]), ([first]) => first) // eta[0]
 */
export function expectedOverLabels(
  labels: LabelDistribution,
  optima: Optima,
  quantity: (optimum: Float64Array) => number,
): number {
  checkOptima(labels, optima);
  return optima.reduce((total, optimum, k) => {
    if (!optimum) return total;
    const value = quantity(optimum);
    const name = () => labelVector(labels.eta.length, k).join("");
    if (!Number.isFinite(value)) checkNumber(`quantity at the label vector ${name()}`, value);
    return total + labels.probabilities[k] * value;
  }, 0);
}
