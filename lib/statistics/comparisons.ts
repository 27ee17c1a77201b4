import { checkInteger, checkNotEmpty, checkNumber, checkValues } from "../validate/checks.js";
import { type Estimate, meanAndStandardError } from "./estimate.js";

/**
 * The mean of values over repeated splits of one table, with the corrected standard error
 * sqrt((1/J + test/train) s²): the J training sets overlap, so that the plain error, s² / J, would be far too small.
 *
 * @param overlap test rows over training rows; 0 for independent trials, which gives the plain error
 * @throws RangeError if there are fewer than 2 values, one is not finite or overlap is negative
 * @see Nadeau & Bengio 2003, "Inference for the generalization error", Machine Learning 52, equation 9
 * @example correctedEstimate([1, 3], 0.5) // { value: 2, standardError: 1.4142135623730951 }
 */
export function correctedEstimate(
  values: ArrayLike<number>,
  overlap: number,
  name = "values",
): Estimate {
  checkNumber("overlap", overlap, 0);
  const { value, standardError } = meanAndStandardError(values, name);
  return { value, standardError: standardError * Math.sqrt(1 + overlap * values.length) };
}

/**
 * The probability that Student's t with whole degrees of freedom is further from 0 than t, on either side: the closed sums.
 *
 * @throws RangeError if t is not a number or degrees is not a whole number from 1 to 1e6
 * @see Abramowitz & Stegun 1964, Handbook of mathematical functions, 26.7.3 and 26.7.4
 * @example twoSidedTail(1, 1) // 0.5
 */
export function twoSidedTail(t: number, degrees: number): number {
  checkNumber("t", t, -Infinity, Infinity);
  checkInteger("degrees", degrees, 1, 1e6);
  const theta = Math.atan(Math.abs(t) / Math.sqrt(degrees));
  const square = Math.cos(theta) ** 2;
  const odd = degrees % 2 === 1;
  let term = odd ? Math.cos(theta) : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd ? 2 : 1; k <= degrees - 3; k += 2) {
    term *= (square * k) / (k + 1);
    sum += term;
  }
  const inside = odd ? (2 / Math.PI) * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
  return Math.min(1, Math.max(0, 1 - inside));
}

/** The t whose {@link twoSidedTail} is p, by halving. */
export function twoSidedQuantile(p: number, degrees: number): number {
  checkNumber("p", p, 1e-12, 1);
  let [low, high] = [0, 1];
  while (twoSidedTail(high, degrees) > p) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (twoSidedTail(middle, degrees) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Holm's correction of several p-values: compared with a level, they wrongly reject any true hypothesis with at most its
 * probability, however many there are.
 *
 * @throws RangeError if there is none or one is outside [0, 1]
 * @see Holm 1979, "A simple sequentially rejective multiple test procedure"
 * @example holm([0.01, 0.04, 0.03]) // Float64Array [ 0.03, 0.06, 0.06 ]
 */
export function holm(pValues: ArrayLike<number>): Float64Array {
  checkNotEmpty("pValues", pValues);
  checkValues("pValues", pValues, 0, 1);
  const order = Array.from(pValues, (_, i) => i).sort((a, b) => pValues[a] - pValues[b]);
  const corrected = new Float64Array(order.length);
  let largest = 0;
  order.forEach((i, rank) => {
    largest = Math.max(largest, Math.min(1, (order.length - rank) * pValues[i]));
    corrected[i] = largest;
  });
  return corrected;
}
