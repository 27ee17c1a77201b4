import { checkInteger, checkLength, checkNumber, checkValues } from "../validate/checks.js";
import { meanError, varianceError } from "./meanError.js";

/** A number found by simulation. */
export interface Estimate {
  value: number;
  /** One standard error of the value. */
  standardError: number;
}

/**
 * The mean of independent values, with its standard error.
 *
 * @param values at least 2, finite
 * @throws RangeError or TypeError where there are fewer, one is not finite or their squares overflow
 * @example meanEstimate([1, 3]) // { value: 2, standardError: 1 }
 */
export function meanEstimate(values: ArrayLike<number>): Estimate {
  const { mean: value, standardError } = meanError(values);
  return { value, standardError };
}

/**
 * The variance of independent values (sum of squares over count - 1), with a standard error: that of the mean of
 * their squared deviations, which does not presuppose a normal distribution.
 *
 * @param values at least 2, finite
 * @throws RangeError or TypeError as meanEstimate
 * @example varianceEstimate([1, 3]).value // 2
 */
export function varianceEstimate(values: ArrayLike<number>): Estimate {
  const { variance: value, standardError } = varianceError(values);
  return { value, standardError };
}

/**
 * The difference between the variances of two paired sets of values, with a standard error that makes use of the pairing.
 *
 * @param a at least 2, finite
 * @param b as many, from the same trials in the same order
 * @throws RangeError or TypeError where there are fewer, the lengths differ or one is not finite
 * @example varianceDifference([0, 4], [1, 3]).value // 6
 */
export function varianceDifference(a: ArrayLike<number>, b: ArrayLike<number>): Estimate {
  checkValues("a", a);
  checkLength("b", b, a.length, "a");
  checkValues("b", b);
  const squaresOfB = squaredDeviations(b);
  const differences = squaredDeviations(a).map((square, i) => square - squaresOfB[i]);
  return scaled(meanEstimate(differences), unbiased(a));
}

/** The estimate of a multiple. */
export function scaled({ value, standardError }: Estimate, factor: number): Estimate {
  return { value: value * factor, standardError: standardError * Math.abs(factor) };
}

/** @example plusMinus({ value: 0.2715, standardError: 0.0064 }) // "0.272 ± 0.006" */
export function plusMinus({ value, standardError }: Estimate, digits = 3): string {
  checkNumber("value", value);
  checkNumber("standardError", standardError);
  checkInteger("digits", digits, 0, 100);
  const text = value.toFixed(digits);
  return `${Number(text) === 0 ? text.replace("-", "") : text} ± ${standardError.toFixed(digits)}`;
}

function squaredDeviations(values: ArrayLike<number>): Float64Array {
  const { value: center } = meanEstimate(values);
  return Float64Array.from(values, (v) => (v - center) ** 2);
}

const unbiased = (values: ArrayLike<number>) => values.length / (values.length - 1);
