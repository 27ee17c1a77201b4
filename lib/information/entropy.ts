import { sum } from "d3-array";
import { checkDistribution } from "../losses/domains.js";

/**
 * The entropy of a discrete distribution, -sum p log2 p, where 0 log 0 is 0.
 *
 * @param probabilities in [0, 1], summing to 1 within 1e-9
 * @returns bits, at least 0
 * @throws RangeError if a probability is outside [0, 1] or they do not sum to 1
 * @see Cover & Thomas, Elements of Information Theory, equation 2.1
 * @example entropy([0.5, 0.25, 0.25]) // 1.5
 */
export function entropy(probabilities: ArrayLike<number>): number {
  checkDistribution("probabilities", probabilities);
  return entropyOf(probabilities);
}

/** {@link entropy} without its checks: of probabilities that rounding may have carried a little above 1. */
export function entropyOf(probabilities: ArrayLike<number>): number {
  let nats = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = Math.min(1, probabilities[i]);
    if (p > 0) nats -= p * Math.log(p);
  }
  return Math.max(0, nats) / Math.LN2;
}

/**
 * The mutual information of two discrete variables, I(A; B) = H(A) + H(B) - H(A, B).
 *
 * @param joint joint probabilities: joint[a][b], rows of equal length, summing to 1 in all
 * @returns bits, at least 0
 * @see Cover & Thomas, Elements of Information Theory, equation 2.45
 * @example mutualInformation([[0.5, 0], [0, 0.5]]) // 1
 */
export function mutualInformation(joint: readonly ArrayLike<number>[]): number {
  const rows = joint.map((row) => sum(Array.from(row)));
  const columns = Array.from(joint[0], (_, b) => sum(joint, (row) => row[b]));
  const together = entropyOf(joint.flatMap((row) => Array.from(row)));
  return Math.max(0, entropyOf(rows) + entropyOf(columns) - together);
}
