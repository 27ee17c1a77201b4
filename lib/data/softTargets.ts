import type { SeededStream } from "../random/seededStream.js";
import {
  checkInteger,
  checkIntegers,
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkValues,
} from "../validate/checks.js";

/**
 * Labels as distributions: all mass on the label.
 *
 * @param labels n whole numbers from 0 to classes - 1
 * @returns n × classes, row by row
 * @throws RangeError where a label is not a class
 * @example flatOneHot([1], 3) // Float64Array [ 0, 1, 0 ]
 */
export function flatOneHot(labels: ArrayLike<number>, classes: number): Float64Array {
  checkInteger("classes", classes, 1);
  checkIntegers("labels", labels, 0, classes - 1);
  const rows = new Float64Array(labels.length * classes);
  for (let i = 0; i < labels.length; i++) {
    rows[i * classes + labels[i]] = 1;
  }
  return rows;
}

/**
 * Label smoothing: (1 - epsilon) of the target and epsilon of the uniform distribution, a softening without a teacher.
 *
 * @param targets n × classes, row by row
 * @param epsilon in [0, 1]
 * @see Szegedy et al. 2016, "Rethinking the Inception architecture", section 7
 * @example smoothTargets(Float64Array.of(1, 0), 2, 0.2) // Float64Array [ 0.9, 0.1 ]
 */
export function smoothTargets(
  targets: Float64Array,
  classes: number,
  epsilon: number,
): Float64Array {
  checkInteger("classes", classes, 1);
  checkNumber("epsilon", epsilon, 0, 1);
  checkValues("targets", targets);
  return targets.map((t) => (1 - epsilon) * t + epsilon / classes);
}

/**
 * The shuffled-teacher control: every example gets the teacher's distribution of another example with the same label.
 * What the teacher says about the label stays; what it says about the single image goes.
 *
 * @param targets n × classes, row by row
 * @param labels n
 * @param stream decides who gets whose
 * @throws RangeError where the lengths do not fit
 * @see Furlanello et al. 2018, "Born-again neural networks", section 3.2, for a related control (DKPP)
 */
export function shuffleWithinLabels(
  targets: Float64Array,
  labels: ArrayLike<number>,
  stream: SeededStream,
): Float64Array {
  checkNotEmpty("labels", labels);
  checkValues("targets", targets);
  const classes = targets.length / labels.length;
  checkInteger("the columns of targets", classes, 1);
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
 * @throws RangeError where there is none or the lengths differ
 * @example meanTargets([Float64Array.of(1, 0), Float64Array.of(0, 1)]) // Float64Array [ 0.5, 0.5 ]
 */
export function meanTargets(targets: readonly Float64Array[]): Float64Array {
  if (targets.length === 0) throw new RangeError("targets must not be empty, got 0 teachers");
  for (const [k, rows] of targets.entries()) {
    checkValues(`targets[${k}]`, rows);
    checkLength(`targets[${k}]`, rows, targets[0].length, "targets[0]");
  }
  return targets[0].map((_, i) => targets.reduce((sum, rows) => sum + rows[i], 0) / targets.length);
}
