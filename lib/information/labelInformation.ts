import { range, rollup, sum } from "d3-array";
import { entropyOf } from "./entropy.js";
import { type GroupOptions, groupOptima } from "./groupOptima.js";
import type { LabelDistribution } from "./labelDistribution.js";
import { checkOptima, type Optima } from "./optima.js";

/** How much the parameters f(y) say about the labels y, the inputs being given. */
export interface LabelInformation {
  /** I(y; f(y)), which is H(f(y)) since f is deterministic. */
  information: number;
  /** H(y), the most there is to know. */
  labelEntropy: number;
  /** Different optima. */
  distinct: number;
  /** See {@link Grouping}: the largest distance called equal and the smallest called different. */
  largestSameGap: number;
  smallestDifferentGap: number;
}

/**
 * The exact mutual information of the labels and a deterministic learner's parameters, given the inputs.
 *
 * @param labels of labelDistribution
 * @param optima of optimaOf with the same labels
 * @throws RangeError if labels or optima are not valid, or equal and different optima cannot be told apart
 * @example labelInformation(labels, optimaOf(labels, (y) => [y[0] + y[1]])).information // 1.5, eta being (0.5, 0.5)
 */
export function labelInformation(
  labels: LabelDistribution,
  optima: Optima,
  options: GroupOptions = {},
): LabelInformation {
  checkOptima(labels, optima);
  const { groupOf, representatives, largestSameGap, smallestDifferentGap } = groupOptima(
    optima,
    options,
  );
  return {
    information: entropyOfKeys(labels, (k) => groupOf[k]),
    labelEntropy: entropyOf(labels.probabilities),
    distinct: representatives.length,
    largestSameGap,
    smallestDifferentGap,
  };
}

/**
 * I(y; a | b): what the optima `a` still say about the labels once the optima `b` are known, H(a, b) - H(b). In a
 * Markov chain y → b → a it is 0.
 *
 * @param a of optimaOf
 * @param b of optimaOf, with the same labels
 * @returns bits, at least 0
 * @example conditionalLabelInformation(labels, optima, optima) // 0
 */
export function conditionalLabelInformation(
  labels: LabelDistribution,
  a: Optima,
  b: Optima,
): number {
  const groupA = groupOptima(a).groupOf;
  const groupB = groupOptima(b).groupOf;
  const together = entropyOfKeys(labels, (k) => `${groupA[k]} ${groupB[k]}`);
  return Math.max(0, together - entropyOfKeys(labels, (k) => groupB[k]));
}

/**
 * The information that is left in parameters rounded to multiples of `resolution`: I(y; round(f(y) / resolution)).
 * Rounding is one more function of the parameters, so it can only lose information.
 *
 * @param labels of labelDistribution
 * @param optima of optimaOf with the same labels
 * @param resolution above 0, in the parameters' own unit
 * @returns bits, at most labelInformation's
 * @example roundedInformation(labels, optimaOf(labels, (y) => [0.1 * y[0]]), 1) // 0
 */
export function roundedInformation(
  labels: LabelDistribution,
  optima: Optima,
  resolution: number,
  options: GroupOptions = {},
): number {
  const { groupOf, representatives } = groupOptima(optima, options);
  // A hair off zero, so that optima which are 0 up to rounding noise do not straddle the border of a step.
  const keys = representatives.map((optimum) =>
    Array.from(optimum, (value) => Math.floor(value / resolution + 0.5 + 1e-7)).join(" "),
  );
  return entropyOfKeys(labels, (k) => keys[groupOf[k]]);
}

/** The entropy of any function of the label vector's number. */
export const entropyOfKeys = (
  { probabilities }: LabelDistribution,
  keyOf: (index: number) => number | string,
) => {
  const masses = rollup(
    range(probabilities.length),
    (own) => sum(own, (k) => probabilities[k]),
    keyOf,
  );
  return entropyOf([...masses.values()]);
};
