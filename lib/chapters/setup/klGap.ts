import { crossEntropy } from "../../losses/crossEntropy.js";
import { checkDistribution } from "../../losses/domains.js";
import { klDivergence } from "../../losses/kl.js";
import { checkLength } from "../../validate/checks.js";

/** One student beside a teacher, in nats. */
export type KlGapRow = {
  student: string;
  /** H(T, S). */
  crossEntropy: number;
  /** D(T ‖ S). */
  kl: number;
  /** H(T, S) - D(T ‖ S): the teacher's entropy, whatever the student says. */
  difference: number;
};

/**
 * Cross-entropy and divergence from one teacher to several students.
 *
 * @param teacher d probabilities
 * @param students the probabilities of each by name
 * @throws RangeError where one is not a distribution over as many classes
 * @example klGap([0.5, 0.5], { even: [0.5, 0.5] })[0].difference // 0.6931471805599453
 */
export function klGap(
  teacher: ArrayLike<number>,
  students: Readonly<Record<string, ArrayLike<number>>>,
): KlGapRow[] {
  checkDistribution("teacher", teacher);
  return Object.entries(students).map(([student, probabilities]) => {
    checkDistribution(`students.${student}`, probabilities);
    checkLength(`students.${student}`, probabilities, teacher.length, "teacher");
    const loss = crossEntropy(teacher, probabilities);
    const kl = klDivergence(teacher, probabilities);
    return { student, crossEntropy: loss, kl, difference: loss - kl };
  });
}
