import { legacyPermutation } from "../random/legacyPermutation.js";
import { checkInteger } from "../validate/checks.js";

/** Which rows train and which test, both in the order of the permutation. */
export interface Split {
  train: Int32Array;
  test: Int32Array;
}

/**
 * The rows that scikit-learn's `train_test_split(test_size=1 - trainingExamples / rows, random_state=seed)`
 * gives to each side: the first rows of one permutation test, the rest train.
 * scikit-learn rounds the test set up, so a share that is not exact in binary may train on one row fewer.
 *
 * @param rows how many rows there are, at least 2
 * @param trainingExamples how many should train, from 1 to rows - 1
 * @param seed of the legacy permutation
 * @throws RangeError if an argument is out of its range
 * @example trainTestSplit(5, 2, 42).train // Int32Array [ 0, 3 ]
 */
export function trainTestSplit(rows: number, trainingExamples: number, seed: number): Split {
  checkInteger("rows", rows, 2);
  const testRows = testSize(rows, trainingExamples);
  const permutation = legacyPermutation(seed, rows);
  return { test: permutation.slice(0, testRows), train: permutation.slice(testRows) };
}

/** How many of `rows` test, in the floating-point arithmetic of scikit-learn. */
export function testSize(rows: number, trainingExamples: number): number {
  checkInteger("trainingExamples", trainingExamples, 1, rows - 1);
  return Math.ceil((1 - trainingExamples / rows) * rows);
}
