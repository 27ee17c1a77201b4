import { checkInteger, checkLength, checkNotEmpty, checkValues } from "../validate/checks.js";

/** The most labels whose 2^n vectors are enumerated: 65 536 of them. */
export const MAX_LABELS = 16;

/** All 2^n label vectors of n inputs, each with its probability given the inputs. */
export interface LabelDistribution {
  /** P(Y = 1 | x), one an input. */
  eta: Float64Array;
  /** Label vectors: 2^n. */
  count: number;
  /** Probability of each label vector; 0 where it contradicts an eta of 0 or 1. */
  probabilities: Float64Array;
}

/**
 * Enumerates the label vectors of n inputs whose labels are independent given the inputs. Vector number k holds
 * bit i of k at place i, so that number 1 is (1, 0, 0, …).
 *
 * @param eta probability of label 1 at each input, 1 to 16 of them; 0 and 1 are allowed
 * @throws RangeError if there are none or more than 16, or one is outside [0, 1]
 * @example labelDistribution([0.5, 0.9]).probabilities // Float64Array [ 0.05, 0.05, 0.45, 0.45 ] within rounding
 */
export function labelDistribution(eta: ArrayLike<number>): LabelDistribution {
  checkNotEmpty("eta", eta);
  checkInteger("the number of labels in eta", eta.length, 1, MAX_LABELS);
  checkValues("eta", eta, 0, 1);
  const probabilities = new Float64Array(2 ** eta.length);
  probabilities[0] = 1;
  for (let i = 0; i < eta.length; i++) {
    const half = 2 ** i;
    for (let k = 0; k < half; k++) {
      probabilities[k + half] = probabilities[k] * eta[i];
      probabilities[k] *= 1 - eta[i];
    }
  }
  return { eta: Float64Array.from(eta), count: probabilities.length, probabilities };
}

/** Throws unless `labels` has what {@link labelDistribution} gives: it does not check that the probabilities sum to 1. */
export function checkLabelDistribution({ eta, count, probabilities }: LabelDistribution): void {
  checkNotEmpty("labels.eta", eta);
  checkInteger("the number of labels.eta", eta.length, 1, MAX_LABELS);
  checkInteger("labels.count", count, 2 ** eta.length, 2 ** eta.length);
  checkLength("labels.probabilities", probabilities, count, "labels.count");
  checkValues("labels.probabilities", probabilities, 0, 1);
}

/**
 * The label vector with this number.
 *
 * @param n labels, 1 to 16
 * @param index from 0 to 2^n - 1
 * @throws RangeError if an argument is out of its range
 * @example labelVector(3, 6) // Uint8Array [ 0, 1, 1 ]
 */
export function labelVector(n: number, index: number): Uint8Array {
  checkInteger("n", n, 1, MAX_LABELS);
  checkInteger("index", index, 0, 2 ** n - 1);
  return Uint8Array.from({ length: n }, (_, i) => (index >> i) & 1);
}
