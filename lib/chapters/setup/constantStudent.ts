import { mean } from "d3-array";
import { crossEntropy } from "../../losses/crossEntropy.js";
import { klDivergence } from "../../losses/kl.js";
import { logit, sigmoid } from "../../losses/softplus.js";
import { checkNotEmpty, checkValues } from "../../validate/checks.js";

/** The best constant students of a teacher: one probability of label 1 for all inputs. */
export type ConstantStudent = {
  /** Minimises the mean of H(T, S), and that of D(T ‖ S): the mean of the teacher. */
  forward: number;
  /** Minimises the mean of D(S ‖ T): the mean of the teacher's logits, as a probability. */
  reverse: number;
};

/**
 * The constants that one binary student should answer on equally likely inputs, by the two directions of the divergence.
 *
 * @param teacher the probability of label 1 at each input, strictly between 0 and 1
 * @throws RangeError if there is no input or a probability is not inside (0, 1)
 * @example constantStudent([0.9, 0.5]) // { forward: 0.7, reverse: 0.75 }
 */
export function constantStudent(teacher: readonly number[]): ConstantStudent {
  checkNotEmpty("teacher", teacher);
  checkValues("teacher", teacher, Number.MIN_VALUE, 1 - Number.EPSILON / 2);
  const meanLogit = mean(teacher, logit) as number;
  return { forward: mean(teacher) as number, reverse: sigmoid(meanLogit) };
}

/** The mean of H(T, S), D(T ‖ S) and D(S ‖ T) over equally likely inputs, in nats, for each of some constant students. */
export function constantStudentLosses(teacher: readonly number[], students: ArrayLike<number>) {
  const binary = (p: number) => [p, 1 - p];
  const meanOf = (loss: (t: number[], s: number[]) => number) =>
    Float64Array.from(students, (s) => mean(teacher, (t) => loss(binary(t), binary(s))) as number);
  return {
    crossEntropy: meanOf(crossEntropy),
    forwardKl: meanOf(klDivergence),
    reverseKl: meanOf((t, s) => klDivergence(s, t)),
  };
}
