import { checkLength, checkResult } from "../validate/checks.js";
import { checkDistribution, checkLabel } from "./domains.js";
import { logSoftmax, softmax, type TemperatureOptions } from "./softmax.js";

/**
 * Cross-entropy H(p, q) = -sum_k p_k log q_k in nats, with 0 log 0 = 0. H(p, p) is the entropy of p.
 *
 * @param target p, d probabilities that sum to 1
 * @param probabilities q, as many
 * @returns a number >= 0; Infinity where q rules out a class that p has
 * @throws RangeError if either is not a distribution or the lengths differ
 * @example crossEntropy([1, 0], [0.5, 0.5]) // 0.6931471805599453
 */
export function crossEntropy(target: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  checkDistribution("target", target);
  checkLength("probabilities", probabilities, target.length, "target");
  checkDistribution("probabilities", probabilities);
  let total = 0;
  for (let k = 0; k < target.length; k++) {
    if (target[k] > 0) total -= target[k] * Math.log(probabilities[k]);
  }
  return Math.max(total, 0);
}

/**
 * Cross-entropy H(p, softmax(z / τ)) in nats, straight from the logits: finite for every finite logit.
 *
 * @param target p, d probabilities that sum to 1
 * @param logits z, d finite numbers
 * @param options.temperature τ of the softmax
 * @throws RangeError if an argument is out of its domain or the lengths differ
 * @example crossEntropyOfLogits([0, 1], [1e4, -1e4]) // 20000
 */
export function crossEntropyOfLogits(
  target: ArrayLike<number>,
  logits: ArrayLike<number>,
  options: TemperatureOptions = {},
): number {
  checkDistribution("target", target);
  checkLength("logits", logits, target.length, "target");
  const logProbabilities = logSoftmax(logits, options);
  let total = 0;
  for (let k = 0; k < target.length; k++) total -= target[k] * logProbabilities[k];
  return total;
}

/**
 * The gradient of {@link crossEntropyOfLogits} in the logits: (softmax(z / τ) - p) / τ.
 *
 * @example crossEntropyGradient([1, 0], [0, 0]) // Float64Array [ -0.5, 0.5 ]
 */
export function crossEntropyGradient(
  target: ArrayLike<number>,
  logits: ArrayLike<number>,
  { temperature = 1 }: TemperatureOptions = {},
): Float64Array {
  const gradient = softmax(logits, { temperature }).map((p, k) => (p - target[k]) / temperature);
  checkResult("temperature", gradient);
  return gradient;
}

/**
 * Negative log-likelihood -log softmax(z)_y of one label, in nats: the cross-entropy to the label alone.
 *
 * @param label y, a whole number from 0 to d - 1
 * @param logits z, d finite numbers
 * @throws RangeError if the label numbers no class or a logit is not finite
 * @example negativeLogLikelihood(0, [0, 0]) // 0.6931471805599453
 */
export function negativeLogLikelihood(label: number, logits: ArrayLike<number>): number {
  const logProbabilities = logSoftmax(logits);
  checkLabel(label, logProbabilities.length);
  return -logProbabilities[label];
}

/**
 * Kullback-Leibler divergence D(p ‖ q) = sum_k p_k log(p_k / q_k) in nats, with 0 log 0 = 0. It is H(p, q) - H(p, p),
 * computed so that it is never negative and keeps its digits where p and q nearly agree.
 *
 * @param p d probabilities that sum to 1
 * @param q as many
 * @returns a number >= 0, 0 only where p = q; Infinity where q rules out a class that p has
 * @throws RangeError if either is not a distribution or the lengths differ
 * @see Kullback & Leibler 1951, "On information and sufficiency"
 * @example klDivergence([1, 0], [0.5, 0.5]) // 0.6931471805599453
 */
export function klDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  checkDistribution("p", p);
  checkLength("q", q, p.length, "p");
  checkDistribution("q", q);
  let total = 0;
  for (let k = 0; k < p.length; k++) total += klTerm(p[k], q[k]);
  return total;
}

/** p log(p / q) - p + q: never negative, and the added q - p sum to 0 over the classes. */
function klTerm(p: number, q: number): number {
  if (p === 0) return q;
  const excess = (q - p) / p;
  if (Math.abs(excess) < 0.01) return p * excess * excess * smallExcess(excess);
  return Math.max(0, p * (Math.log(p) - Math.log(q)) - p + q);
}

/** (r - log(1 + r)) / r², whose series loses no digits near r = 0. */
const smallExcess = (r: number) =>
  1 / 2 - r * (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r / 8)))));
