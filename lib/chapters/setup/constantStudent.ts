import { crossEntropy } from "../../losses/crossEntropy.js";
import { klDivergence } from "../../losses/kl.js";
import { checkNotEmpty, checkValues } from "../../validate/checks.js";

/** The best constant students of a teacher: one probability of label 1 for all inputs. */
export type ConstantStudent = {
  /** Minimises the mean of H(T, S), and that of D(T ‖ S): the mean of the teacher. */
  forward: number;
  /** Minimises the mean of D(S ‖ T): the mean of the teacher's logits. */
  reverse: number;
};

/**
 * The constants that one binary student should answer on equally likely inputs, by the two directions of the divergence.
 *
 * @param teacher the probability of label 1 at each input, strictly between 0 and 1
 * @throws RangeError where there is no input or a probability is not inside (0, 1)
 * @example constantStudent([0.9, 0.5]) // { forward: 0.7, reverse: 0.75 }
 */
export function constantStudent(teacher: readonly number[]): ConstantStudent {
  checkTeacher(teacher);
  const meanOf = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const logit = meanOf(teacher.map((p) => Math.log(p / (1 - p))));
  return { forward: meanOf(teacher), reverse: 1 / (1 + Math.exp(-logit)) };
}

/** Mean losses of constant students, in nats, one for each probability asked about. */
export interface ConstantStudentLosses {
  crossEntropy: Float64Array;
  forwardKl: Float64Array;
  reverseKl: Float64Array;
}

/**
 * The mean of H(T, S), D(T ‖ S) and D(S ‖ T) over equally likely inputs for constant students.
 *
 * @param teacher as for {@link constantStudent}
 * @param students probabilities of label 1, in [0, 1]
 * @throws RangeError where a probability is out of its domain
 * @example constantStudentLosses([0.5], [0.5]).crossEntropy // Float64Array [ 0.6931471805599453 ]
 */
export function constantStudentLosses(
  teacher: readonly number[],
  students: ArrayLike<number>,
): ConstantStudentLosses {
  checkTeacher(teacher);
  checkValues("students", students, 0, 1);
  const binary = (p: number) => [p, 1 - p];
  const mean = (loss: (t: number[], s: number[]) => number) =>
    Float64Array.from(students, (s) => {
      const losses = teacher.map((t) => loss(binary(t), binary(s)));
      return losses.reduce((sum, value) => sum + value, 0) / losses.length;
    });
  return {
    crossEntropy: mean(crossEntropy),
    forwardKl: mean(klDivergence),
    reverseKl: mean((t, s) => klDivergence(s, t)),
  };
}

function checkTeacher(teacher: readonly number[]): void {
  checkNotEmpty("teacher", teacher);
  checkValues("teacher", teacher, Number.MIN_VALUE, 1 - Number.EPSILON / 2);
}
