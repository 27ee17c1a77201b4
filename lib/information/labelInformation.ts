import { entropy, type InformationOptions } from "./entropy.js";
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

export type LabelInformationOptions = InformationOptions & GroupOptions;

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
  options: LabelInformationOptions = {},
): LabelInformation {
  checkOptima(labels, optima);
  const { groupOf, representatives, largestSameGap, smallestDifferentGap } = groupOptima(
    optima,
    options,
  );
  return {
    information: entropyOfKeys(labels, (k) => groupOf[k], options),
    labelEntropy: entropy(labels.probabilities, options),
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
 * @returns bits or nats, at least 0
 * @throws RangeError as {@link labelInformation}
 * @example conditionalLabelInformation(labels, optima, optima) // 0
 */
export function conditionalLabelInformation(
  labels: LabelDistribution,
  a: Optima,
  b: Optima,
  options: LabelInformationOptions = {},
): number {
  checkOptima(labels, a, "a");
  checkOptima(labels, b, "b");
  const groupA = groupOptima(a, options).groupOf;
  const groupB = groupOptima(b, options).groupOf;
  const together = entropyOfKeys(labels, (k) => `${groupA[k]} ${groupB[k]}`, options);
  return Math.max(0, together - entropyOfKeys(labels, (k) => groupB[k], options));
}

/** The entropy of any function of the label vector's number, counted over the vectors that can occur. */
export function entropyOfKeys(
  { probabilities }: LabelDistribution,
  keyOf: (index: number) => number | string,
  options: InformationOptions = {},
): number {
  const masses = new Map<number | string, number>();
  probabilities.forEach((p, k) => {
    if (p === 0) return;
    const key = keyOf(k);
    masses.set(key, (masses.get(key) ?? 0) + p);
  });
  return entropy(
    Array.from(masses.values(), (mass) => Math.min(1, mass)),
    options,
  );
}
