import { checkNumber } from "../validate/checks.js";
import { groupOptima } from "./groupOptima.js";
import type { LabelDistribution } from "./labelDistribution.js";
import { entropyOfKeys, type LabelInformationOptions } from "./labelInformation.js";
import { checkOptima, type Optima } from "./optima.js";

/**
 * The information that is left in parameters rounded to multiples of `resolution`: I(y; round(f(y) / resolution)).
 * Rounding is one more function of the parameters, so it can only lose information.
 *
 * @param labels of labelDistribution
 * @param optima of optimaOf with the same labels
 * @param resolution above 0, in the parameters' own unit
 * @returns bits or nats, at most labelInformation's
 * @throws RangeError if resolution is not above 0, or as labelInformation
 * @example roundedInformation(labels, optimaOf(labels, (y) => [0.1 * y[0]]), 1) // 0
 */
export function roundedInformation(
  labels: LabelDistribution,
  optima: Optima,
  resolution: number,
  options: LabelInformationOptions = {},
): number {
  checkNumber("resolution", resolution, Number.MIN_VALUE);
  checkOptima(labels, optima);
  const { groupOf, representatives } = groupOptima(optima, options);
  // A hair off zero, so that optima which are 0 up to rounding noise do not straddle the border of a step.
  const keys = representatives.map((optimum) =>
    Array.from(optimum, (value) => Math.floor(value / resolution + 0.5 + 1e-7)).join(" "),
  );
  return entropyOfKeys(labels, (k) => keys[groupOf[k]], options);
}
