import { checkNotEmpty, checkValues } from "../validate/checks.js";
import { checkTemperature } from "./domains.js";

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
 * @throws RangeError if a logit is not finite or the temperature is out of its range
 * @example logSoftmax([0, 0]) // Float64Array [ -0.6931471805599453, -0.6931471805599453 ]
 */
export function logSoftmax(
  logits: ArrayLike<number>,
  { temperature = 1 }: TemperatureOptions = {},
): Float64Array {
  checkNotEmpty("logits", logits);
  checkValues("logits", logits);
  checkTemperature(temperature);
  let largest = logits[0];
  for (let k = 1; k < logits.length; k++) largest = Math.max(largest, logits[k]);
  const result = new Float64Array(logits.length);
  for (let k = 0; k < result.length; k++) {
    // Never above 0, and clamped so that a tiny τ cannot give -Infinity.
    result[k] = Math.max((logits[k] - largest) / temperature, -Number.MAX_VALUE);
  }
  const total = logSumExp(result);
  for (let k = 0; k < result.length; k++) result[k] -= total;
  return result;
}

/**
 * Probabilities of d classes from logits: softmax(z / τ)_k = exp(z_k / τ) / sum_j exp(z_j / τ).
 *
 * @param logits d finite numbers, at least one
 * @param options.temperature τ, finite and above 0
 * @returns d probabilities; one that is below 1e-308 may be 0
 * @throws RangeError if a logit is not finite or the temperature is out of its range
 * @see Hinton, Vinyals & Dean 2015, arXiv:1503.02531, equation 1
 * @example softmax([Math.log(4), 0], { temperature: 2 }) // Float64Array [ 0.6666666666666666, 0.3333333333333333 ]
 */
export function softmax(logits: ArrayLike<number>, options: TemperatureOptions = {}): Float64Array {
  checkNotEmpty("logits", logits);
  checkValues("logits", logits);
  checkTemperature(options.temperature ?? 1);
  return softmaxRows(logits, logits.length, options);
}

/**
 * The {@link softmax} of every row of logits, n × classes.
 * @example softmaxRows([0, Math.log(3)], 2) // Float64Array [ 0.25, 0.75 ]
 */
export function softmaxRows(
  logits: ArrayLike<number>,
  classes: number,
  { temperature = 1 }: TemperatureOptions = {},
): Float64Array {
  const rows = new Float64Array(logits);
  for (let start = 0; start < rows.length; start += classes) {
    const end = start + classes;
    let most = -Infinity;
    for (let c = start; c < end; c++) most = Math.max(most, rows[c]);
    let total = 0;
    for (let c = start; c < end; c++) {
      rows[c] = Math.exp((rows[c] - most) / temperature);
      total += rows[c];
    }
    for (let c = start; c < end; c++) rows[c] /= total;
  }
  return rows;
}

/**
 * log(exp(z_1) + … + exp(z_d)); never overflows, since the largest value is taken out first.
 *
 * @see Blanchard, Higham & Higham 2021, "Accurately computing the log-sum-exp and softmax functions"
 * @example logSumExp([1e4, 1e4]) // 10000.69314718056
 */
export function logSumExp(values: ArrayLike<number>): number {
  let largest = 0;
  for (let k = 1; k < values.length; k++) if (values[k] > values[largest]) largest = k;
  let others = 0;
  for (let k = 0; k < values.length; k++) {
    if (k !== largest) others += Math.exp(values[k] - values[largest]);
  }
  return values[largest] + Math.log1p(others);
}
