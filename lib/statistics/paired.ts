import { checkLength, checkValues } from "../validate/checks.js";
import { type Estimate, meanAndStandardError } from "./estimate.js";

/** A mean difference over trials that share their data. */
export interface PairedDifference extends Estimate {
  /** Trials. */
  count: number;
  /** Trials in which the first value is larger: where the two are losses, those that the second one wins. */
  wins: number;
}

/**
 * The mean of a - b over paired trials with its standard error, the sample deviation over the square root of the count.
 *
 * @param a at least 2 finite values
 * @param b as many, from the same trials in the same order
 * @param names what an error calls them
 * @throws RangeError if there are fewer than 2 pairs, the lengths differ, a value is not finite or the squares of the
 * differences overflow
 * @example pairedDifference([3, 5], [1, 1]) // { value: 3, standardError: 1, count: 2, wins: 2 }
 */
export function pairedDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  [nameOfA, nameOfB]: readonly [string, string] = ["a", "b"],
): PairedDifference {
  checkValues(nameOfA, a);
  checkLength(nameOfB, b, a.length, nameOfA);
  checkValues(nameOfB, b);
  const differences = Array.from(a, (value, i) => value - b[i]);
  return {
    ...meanAndStandardError(differences, `${nameOfA} - ${nameOfB}`),
    count: differences.length,
    wins: differences.filter((difference) => difference > 0).length,
  };
}
