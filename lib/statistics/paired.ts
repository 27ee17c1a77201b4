import { checkLength, checkValues } from "../validate/checks.js";
import { meanErrorOf } from "./meanError.js";

/** A mean difference over trials that share their data. */
export interface PairedDifference {
  mean: number;
  /** Standard error of the mean. */
  standardError: number;
  /** Trials. */
  count: number;
  /** In how many trials the first value is the larger one. */
  firstLarger: number;
}

/**
 * The mean of a - b over paired trials with its standard error, the sample deviation over the square root of the count.
 *
 * @param a at least 2 finite values
 * @param b as many, from the same trials in the same order
 * @throws RangeError or TypeError where there are fewer than 2 pairs, the lengths differ, a value is not finite or the
 * squares of the differences overflow
 * @example pairedDifference([3, 5], [1, 1]) // { mean: 3, standardError: 1, count: 2, firstLarger: 2 }
 */
export function pairedDifference(a: ArrayLike<number>, b: ArrayLike<number>): PairedDifference {
  return pairedDifferenceOf(["a", a], ["b", b]);
}

/** Values with the name that the caller knows them by. */
export type NamedValues = readonly [name: string, values: ArrayLike<number>];

/** {@link pairedDifference} of values that the caller knows under other names. */
export function pairedDifferenceOf(
  [nameOfA, a]: NamedValues,
  [nameOfB, b]: NamedValues,
): PairedDifference {
  checkValues(nameOfA, a);
  checkLength(nameOfB, b, a.length, nameOfA);
  checkValues(nameOfB, b);
  if (a.length < 2) throw new RangeError(`${nameOfA} must have at least 2 values, got ${a.length}`);
  const differences = Array.from(a, (value, i) => value - b[i]);
  return {
    ...meanErrorOf(`${nameOfA} - ${nameOfB}`, differences),
    count: differences.length,
    firstLarger: differences.filter((difference) => difference > 0).length,
  };
}
