import { checkLength, checkNumber, checkValues } from "../validate/checks.js";

/**
 * The label that the combined loss stands for, (y + alpha T) / (1 + alpha): minus log S_y plus alpha times H(T, S) is
 * 1 + alpha times the cross-entropy to it (the post's c_alpha identity, in two classes).
 *
 * @param labels n labels in [0, 1]
 * @param teacher n probabilities of label 1
 * @param alpha weight of the teacher, from 0 (labels alone) to Infinity (teacher alone)
 * @returns n probabilities of label 1
 * @throws RangeError or TypeError where a value is out of its range or the lengths differ
 * @example mixLabels([1], [0.5], 1) // Float64Array [ 0.75 ]
 */
export function mixLabels(
  labels: ArrayLike<number>,
  teacher: ArrayLike<number>,
  alpha: number,
): Float64Array {
  checkValues("labels", labels, 0, 1);
  checkLength("teacher", teacher, labels.length, "labels");
  checkValues("teacher", teacher, 0, 1);
  checkNumber("alpha", alpha, 0, Infinity);
  const weight = alpha === Infinity ? 1 : alpha / (1 + alpha);
  return Float64Array.from(labels, (y, i) => (1 - weight) * y + weight * teacher[i]);
}

/**
 * Label smoothing in two classes: (1 - epsilon) y + epsilon / 2, a teacher that says 1/2 everywhere.
 *
 * @param labels n labels in [0, 1]
 * @param epsilon from 0 (the labels) to 1 (all targets 1/2)
 * @throws RangeError or TypeError where a value is out of its range
 * @see Szegedy et al. 2016, "Rethinking the Inception architecture", section 7
 * @example smoothLabels([0, 1], 0.5) // Float64Array [ 0.25, 0.75 ]
 */
export function smoothLabels(labels: ArrayLike<number>, epsilon: number): Float64Array {
  checkValues("labels", labels, 0, 1);
  checkNumber("epsilon", epsilon, 0, 1);
  return Float64Array.from(labels, (y) => (1 - epsilon) * y + epsilon / 2);
}
