import { deviation, mean } from "d3-array";
import {
  checkInteger,
  checkLength,
  checkNumber,
  checkResult,
  checkValues,
} from "../validate/checks.js";

/** A number found by simulation. */
export interface Estimate {
  value: number;
  /** One standard error of the value. */
  standardError: number;
}

/**
 * The mean of independent values with its standard error, the sample deviation over the square root of the count.
 *
 * @param values at least 2 finite numbers
 * @param name what an error calls them
 * @throws RangeError if there are fewer than 2 values, one is not finite or their squares overflow
 * @example meanAndStandardError([1, 3]) // { value: 2, standardError: 1 }
 */
export function meanAndStandardError(values: ArrayLike<number>, name = "values"): Estimate {
  checkValues(name, values);
  if (values.length < 2) {
    throw new RangeError(`${name} must have at least 2 elements, got ${values.length}`);
  }
  const list = Array.from(values);
  const standardError = (deviation(list) as number) / Math.sqrt(list.length);
  checkResult(name, standardError);
  return { value: mean(list) as number, standardError };
}

/**
 * The sample variance of independent values (sum of squares over count - 1) with its standard error, that of the mean
 * of their squared deviations: it does not presuppose a normal distribution.
 *
 * @param values at least 2 finite numbers
 * @param name what an error calls them
 * @throws RangeError as meanAndStandardError
 * @example varianceAndStandardError([1, 3]).value // 2
 */
export function varianceAndStandardError(values: ArrayLike<number>, name = "values"): Estimate {
  return unbiased(squaredDeviations(values, name), `squared deviations of ${name}`);
}

/**
 * The difference between the variances of two paired sets of values, with a standard error that makes use of the pairing.
 *
 * @param a at least 2 finite numbers
 * @param b as many, from the same trials in the same order
 * @throws RangeError if there are fewer than 2 values, the lengths differ or one is not finite
 * @example varianceDifference([0, 4], [1, 3]).value // 6
 */
export function varianceDifference(a: ArrayLike<number>, b: ArrayLike<number>): Estimate {
  checkLength("b", b, a.length, "a");
  const squaresOfB = squaredDeviations(b, "b");
  const differences = squaredDeviations(a, "a").map((square, i) => square - squaresOfB[i]);
  return unbiased(differences, "squared deviations of a and b");
}

/** The estimate of a multiple. */
export function scaleEstimate({ value, standardError }: Estimate, factor: number): Estimate {
  return { value: value * factor, standardError: standardError * Math.abs(factor) };
}

/**
 * An estimate in words: value ± one standard error.
 *
 * @param digits after the decimal point. Default 3
 * @throws RangeError if a number is not finite or digits is not a whole number from 0 to 100
 * @example plusMinus({ value: 0.2715, standardError: 0.0064 }) // "0.272 ± 0.006"
 */
export function plusMinus({ value, standardError }: Estimate, digits = 3): string {
  checkNumber("value", value);
  checkNumber("standardError", standardError);
  checkInteger("digits", digits, 0, 100);
  const text = value.toFixed(digits);
  return `${Number(text) === 0 ? text.replace("-", "") : text} ± ${standardError.toFixed(digits)}`;
}

function squaredDeviations(values: ArrayLike<number>, name: string): Float64Array {
  const { value: center } = meanAndStandardError(values, name);
  return Float64Array.from(values, (value) => (value - center) ** 2);
}

const unbiased = (squares: Float64Array, name: string) =>
  scaleEstimate(meanAndStandardError(squares, name), squares.length / (squares.length - 1));
