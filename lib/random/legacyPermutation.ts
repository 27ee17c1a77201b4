import { checkInteger } from "../validate/checks.js";
import { numpyRandom } from "./numpyRandom.js";

/**
 * The permutation of 0 to n - 1 that NumPy's legacy `RandomState(seed).permutation(n)` draws; scikit-learn's
 * `train_test_split(random_state=seed)` splits by it.
 *
 * @param seed a whole number from 0 to 2^32 - 1
 * @param n from 0 to 2^31
 * @throws RangeError if either is outside its range
 * @see https://numpy.org/doc/stable/reference/random/legacy.html
 * @example legacyPermutation(42, 5) // Int32Array [ 1, 4, 2, 0, 3 ]
 */
export function legacyPermutation(seed: number, n: number): Int32Array {
  checkLegacySeed("seed", seed);
  checkInteger("n", n, 0, 2 ** 31);
  const random = numpyRandom();
  random.seed(seed);
  return Int32Array.from((random.permutation(n) as unknown as { data: Float64Array }).data);
}

/** Throws a RangeError unless `seed` is one that NumPy's `RandomState` takes. */
export function checkLegacySeed(name: string, seed: number): void {
  checkInteger(name, seed, 0, 2 ** 32 - 1);
}
