import { checkNumber } from "../validate/checks.js";

/**
 * log(1 + exp(z)), the loss in nats of a binary model at margin -z; never overflows.
 *
 * @param z any number, infinities included
 * @returns a number >= 0
 * @throws RangeError if z is NaN
 * @example softplus(0) // 0.6931471805599453
 */
export function softplus(z: number): number {
  checkNumber("z", z, -Infinity, Infinity);
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/**
 * The logistic function 1 / (1 + exp(-z)), the probability that the logit z stands for.
 *
 * @param z any number, infinities included
 * @returns a probability in [0, 1]
 * @throws RangeError if z is NaN
 * @example sigmoid(0) // 0.5
 */
export function sigmoid(z: number): number {
  checkNumber("z", z, -Infinity, Infinity);
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/**
 * The logit log(p / (1 - p)) of a probability: the inverse of {@link sigmoid}.
 *
 * @param p strictly between 0 and 1
 * @throws RangeError if p is not
 * @example logit(0.5) // 0
 */
export function logit(p: number): number {
  checkNumber("p", p, Number.MIN_VALUE, 1 - Number.EPSILON / 2);
  return Math.log(p / (1 - p));
}
