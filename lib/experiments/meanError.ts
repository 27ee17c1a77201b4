import { deviation, mean } from "d3-array";
import { checkValues } from "../validate/checks.js";

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
 * @throws RangeError where there are fewer than 2 or one is not finite
 * @example meanError([1, 3]) // { mean: 2, standardError: 1 }
 */
export function meanError(values: ArrayLike<number>): MeanError {
  checkValues("values", values);
  if (values.length < 2) {
    throw new RangeError(`values must have at least 2 elements, got ${values.length}`);
  }
  const list = Array.from(values);
  return {
    mean: mean(list) as number,
    standardError: (deviation(list) as number) / Math.sqrt(list.length),
  };
}

/**
 * The sample variance of independent values with its standard error, from the spread of the squared deviations: it
 * needs no normal distribution.
 *
 * @param values at least 2 finite numbers
 * @throws RangeError where there are fewer than 2 or one is not finite
 * @example varianceError([1, 3]).variance // 2
 */
export function varianceError(values: ArrayLike<number>): {
  variance: number;
  standardError: number;
} {
  const { mean: centre } = meanError(values);
  const squares = Array.from(values, (value) => (value - centre) ** 2);
  const { mean: uncorrected, standardError } = meanError(squares);
  const correction = squares.length / (squares.length - 1);
  return { variance: uncorrected * correction, standardError: standardError * correction };
}
