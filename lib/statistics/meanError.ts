import { deviation, mean } from "d3-array";
import { checkResult, checkValues } from "../validate/checks.js";

/** A mean over independent trials. */
export interface MeanError {
  mean: number;
  /** Standard error of the mean. */
  standardError: number;
}

/**
 * The mean of independent values with its standard error, the sample deviation over the square root of the count.
 *
 * @param values at least 2 finite numbers
 * @throws RangeError or TypeError where there are fewer than 2, one is not finite or their squares overflow
 * @example meanError([1, 3]) // { mean: 2, standardError: 1 }
 */
export function meanError(values: ArrayLike<number>): MeanError {
  return meanErrorOf("values", values);
}

/** {@link meanError} of values that the caller knows under another name. */
export function meanErrorOf(name: string, values: ArrayLike<number>): MeanError {
  checkValues(name, values);
  if (values.length < 2) {
    throw new RangeError(`${name} must have at least 2 elements, got ${values.length}`);
  }
  const list = Array.from(values);
  const standardError = (deviation(list) as number) / Math.sqrt(list.length);
  checkResult(name, standardError);
  return { mean: mean(list) as number, standardError };
}

/**
 * The sample variance of independent values with its standard error, from the spread of the squared deviations: it
 * needs no normal distribution.
 *
 * @param values at least 2 finite numbers
 * @throws RangeError or TypeError as meanError
 * @example varianceError([1, 3]).variance // 2
 */
export function varianceError(values: ArrayLike<number>): {
  variance: number;
  standardError: number;
} {
  return varianceErrorOf("values", values);
}

/** {@link varianceError} of values that the caller knows under another name. */
export function varianceErrorOf(
  name: string,
  values: ArrayLike<number>,
): { variance: number; standardError: number } {
  const { mean: centre } = meanErrorOf(name, values);
  const squares = Array.from(values, (value) => (value - centre) ** 2);
  const { mean: uncorrected, standardError } = meanErrorOf(
    `squared deviations of ${name}`,
    squares,
  );
  const correction = squares.length / (squares.length - 1);
  return { variance: uncorrected * correction, standardError: standardError * correction };
}
