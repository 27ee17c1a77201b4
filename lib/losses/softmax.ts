import { checkNotEmpty, checkValues } from "../validate/checks.js";
import { checkTemperature } from "./classChecks.js";
import { logSumExp } from "./logSumExp.js";

export interface TemperatureOptions {
  /** Logits are divided by it: above 1 it flattens the distribution, below 1 it sharpens it. Default 1. */
  temperature?: number;
}

/**
 * Log-probabilities of d classes: log softmax(z / τ)_k = z_k / τ - log sum_j exp(z_j / τ).
 *
 * @param logits d finite numbers, at least one
 * @param options.temperature τ, finite and above 0
 * @returns d numbers <= 0, in nats
 * @throws RangeError or TypeError where a logit is not finite or the temperature is out of its range
 * @example logSoftmax([0, 0]) // Float64Array [ -0.6931471805599453, -0.6931471805599453 ]
 */
export function logSoftmax(
  logits: ArrayLike<number>,
  { temperature = 1 }: TemperatureOptions = {},
): Float64Array {
  const scaled = scaledDifferences(logits, temperature);
  const total = logSumExp(scaled);
  return scaled.map((z) => z - total);
}

/**
 * Probabilities of d classes from logits: softmax(z / τ)_k = exp(z_k / τ) / sum_j exp(z_j / τ).
 *
 * @param logits d finite numbers, at least one
 * @param options.temperature τ, finite and above 0
 * @returns d probabilities; one that is below 1e-308 may be 0
 * @throws RangeError or TypeError where a logit is not finite or the temperature is out of its range
 * @see Hinton, Vinyals & Dean 2015, arXiv:1503.02531, equation 1
 * @example softmax([Math.log(4), 0], { temperature: 2 }) // Float64Array [ 0.6666666666666666, 0.3333333333333333 ]
 */
export function softmax(
  logits: ArrayLike<number>,
  { temperature = 1 }: TemperatureOptions = {},
): Float64Array {
  const powers = scaledDifferences(logits, temperature).map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** (z_k - max z) / τ: nothing above 0, and held above -infinity where a tiny τ would overflow. */
function scaledDifferences(logits: ArrayLike<number>, temperature: number): Float64Array {
  checkNotEmpty("logits", logits);
  checkValues("logits", logits);
  checkTemperature(temperature);
  let largest = logits[0];
  for (let k = 1; k < logits.length; k++) largest = Math.max(largest, logits[k]);
  return Float64Array.from(logits, (z) => Math.max((z - largest) / temperature, -Number.MAX_VALUE));
}
