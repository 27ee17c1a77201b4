import type { SeededStream } from "../random/seededStream.js";
import {
  checkInteger,
  checkIntegers,
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkValues,
} from "../validate/checks.js";
import { checkAlpha, checkDistribution, checkLabel } from "./domains.js";

// What a student learns. A distribution over d classes is a row of d probabilities; n of them are an array of rows, or,
// for networks, one flat array, row by row. In two classes the probability of label 1 stands for both.

/**
 * The atomic distributions δ_y of labels: all mass on the label's class.
 *
 * @param labels n whole numbers from 0 to classes - 1
 * @param classes d, at least 2
 * @returns n rows of d probabilities
 * @throws RangeError if there is no label, or one numbers no class
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

/** Rows as one array, row by row: [ [1, 0], [0, 1] ] is 1, 0, 0, 1. */
export function flatten(rows: readonly ArrayLike<number>[]): Float64Array {
  const flat = new Float64Array(rows.reduce((length, row) => length + row.length, 0));
  let start = 0;
  for (const row of rows) {
    flat.set(row, start);
    start += row.length;
  }
  return flat;
}

/**
 * The teacher's share of the mixed target, α / (1 + α): 0 at α = 0 and 1 at α = Infinity.
 *
 * @throws RangeError if alpha is negative or NaN
 * @example teacherShare(3) // 0.75
 */
export function teacherShare(alpha: number): number {
  checkAlpha(alpha);
  return alpha === Infinity ? 1 : alpha / (1 + alpha);
}

/**
 * The constant c_α between the combined loss and the cross-entropy to the mixed target: 1 + α; it is 1 at
 * α = Infinity, where the combined loss is defined as the teacher's term alone.
 *
 * @throws RangeError if alpha is negative or NaN
 * @example lossScale(4) // 5
 */
export function lossScale(alpha: number): number {
  checkAlpha(alpha);
  return alpha === Infinity ? 1 : 1 + alpha;
}

/** (y + α T) / (1 + α) of one probability, kept from passing 1 by rounding. */
function mixer(alpha: number): (y: number, teacher: number) => number {
  const share = teacherShare(alpha);
  const labelShare = 1 / (1 + alpha);
  return (y, teacher) => Math.min(1, labelShare * y + share * teacher);
}

/**
 * The mixed target (δ_y + α T) / (1 + α): the label, softened by the teacher.
 *
 * @param label y, a whole number from 0 to d - 1
 * @param teacher T, d probabilities that sum to 1
 * @param alpha weight of the teacher, from 0 (the label alone) to Infinity (the teacher alone)
 * @returns d probabilities
 * @throws RangeError if an argument is out of its domain
 * @example mixedTarget(0, [0.5, 0.5], 1) // Float64Array [ 0.75, 0.25 ]
 */
export function mixedTarget(
  label: number,
  teacher: ArrayLike<number>,
  alpha: number,
): Float64Array {
  checkDistribution("teacher", teacher);
  checkLabel(label, teacher.length);
  const mix = mixer(alpha);
  return Float64Array.from(teacher, (p, k) => mix(k === label ? 1 : 0, p));
}

/**
 * The {@link mixedTarget}s of n examples in two classes, (y + α T) / (1 + α).
 *
 * @param labels n labels in [0, 1]
 * @param teacher n probabilities of label 1
 * @param alpha weight of the teacher, from 0 (labels alone) to Infinity (teacher alone)
 * @returns n probabilities of label 1
 * @throws RangeError if a value is out of its range or the lengths differ
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
  const mix = mixer(alpha);
  return Float64Array.from(labels, (y, i) => mix(y, teacher[i]));
}

/**
 * Label smoothing: (1 - ε) of the target and ε of the uniform distribution, a softening without a teacher.
 *
 * @param targets n × classes probabilities, row by row
 * @param epsilon in [0, 1]
 * @throws RangeError if a value is out of its range or the targets are not whole rows
 * @see Szegedy et al. 2016, "Rethinking the Inception architecture", section 7
 * @example smoothTargets(Float64Array.of(1, 0), 2, 0.2) // Float64Array [ 0.9, 0.1 ]
 */
export function smoothTargets(
  targets: Float64Array,
  classes: number,
  epsilon: number,
): Float64Array {
  checkInteger("classes", classes, 1);
  checkInteger("the rows of targets", targets.length / classes, 0);
  checkValues("targets", targets, 0, 1);
  checkNumber("epsilon", epsilon, 0, 1);
  return targets.map((t) => (1 - epsilon) * t + epsilon / classes);
}

/**
 * {@link smoothTargets} in two classes: (1 - ε) y + ε / 2, a teacher that says 1/2 everywhere.
 *
 * @param labels n labels in [0, 1]
 * @param epsilon from 0 (the labels) to 1 (all targets 1/2)
 * @throws RangeError if a value is out of its range
 * @example smoothLabels([0, 1], 0.5) // Float64Array [ 0.25, 0.75 ]
 */
export function smoothLabels(labels: ArrayLike<number>, epsilon: number): Float64Array {
  checkValues("labels", labels, 0, 1);
  checkNumber("epsilon", epsilon, 0, 1);
  return Float64Array.from(labels, (y) => (1 - epsilon) * y + epsilon / 2);
}

/**
 * The shuffled-teacher control: every example gets the teacher's distribution of another example with the same label.
 * What the teacher says about the label stays; what it says about the single example goes.
 *
 * @param targets n × classes, row by row
 * @param labels n
 * @param stream decides who gets whose
 * @see Furlanello et al. 2018, "Born-again neural networks", section 3.2, for a related control (DKPP)
 */
export function shuffleWithinLabels(
  targets: Float64Array,
  labels: ArrayLike<number>,
  stream: SeededStream,
): Float64Array {
  const classes = targets.length / labels.length;
  const shuffled = new Float64Array(targets.length);
  for (const label of new Set(Array.from(labels))) {
    const members = Array.from(labels, (_, i) => i).filter((i) => labels[i] === label);
    const order = stream.permutation(members.length);
    members.forEach((to, k) => {
      const from = members[order[k]] * classes;
      shuffled.set(targets.subarray(from, from + classes), to * classes);
    });
  }
  return shuffled;
}

/**
 * The average of several teachers' distributions: what an ensemble teaches.
 *
 * @param targets at least one teacher's n × classes, all of one length
 * @example meanTargets([Float64Array.of(1, 0), Float64Array.of(0, 1)]) // Float64Array [ 0.5, 0.5 ]
 */
export function meanTargets(targets: readonly Float64Array[]): Float64Array {
  const mean = targets[0].slice();
  for (const rows of targets.slice(1)) for (let i = 0; i < mean.length; i++) mean[i] += rows[i];
  for (let i = 0; i < mean.length; i++) mean[i] /= targets.length;
  return mean;
}

/** The class with the largest probability or logit; the first of equals. */
export function mostProbable(row: ArrayLike<number>): number {
  let best = 0;
  for (let c = 1; c < row.length; c++) if (row[c] > row[best]) best = c;
  return best;
}
