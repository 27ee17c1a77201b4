import { checkInteger, checkIntegers, checkNotEmpty } from "../validate/checks.js";

/**
 * The atomic distributions δ_y of labels: all mass on the label's class.
 *
 * @param labels n whole numbers from 0 to classes - 1
 * @param classes d, at least 2
 * @returns n rows of d probabilities
 * @throws RangeError or TypeError where there is no label or one numbers no class
 * @example oneHot([1], 3) // [ Float64Array [ 0, 1, 0 ] ]
 */
export function oneHot(labels: ArrayLike<number>, classes: number): Float64Array[] {
  checkNotEmpty("labels", labels);
  checkInteger("classes", classes, 2);
  checkIntegers("labels", labels, 0, classes - 1);
  return Array.from(labels, (label) => {
    const row = new Float64Array(classes);
    row[label] = 1;
    return row;
  });
}
