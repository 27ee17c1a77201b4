import { crossEntropyOfLogits, negativeLogLikelihood } from "./crossEntropy.js";
import { checkAlpha, checkDistribution } from "./domains.js";

/**
 * The loss of distillation for one example, -log S_y + α H(T, S), in nats; S = softmax(z).
 * At α = Infinity it is defined as the teacher's term H(T, S) alone.
 *
 * @param label y, a whole number from 0 to d - 1
 * @param teacher T, d probabilities that sum to 1
 * @param logits z, the student's d finite logits
 * @param alpha weight of the teacher's term, from 0 to Infinity
 * @throws RangeError if an argument is out of its domain or the lengths differ
 * @see Hinton, Vinyals & Dean 2015, arXiv:1503.02531, section 2
 * @example combinedLoss(0, [0.5, 0.5], [0, 0], 1) // 1.3862943611198906
 */
export function combinedLoss(
  label: number,
  teacher: ArrayLike<number>,
  logits: ArrayLike<number>,
  alpha: number,
): number {
  checkDistribution("teacher", teacher);
  checkAlpha(alpha);
  const fromLabel = negativeLogLikelihood(label, logits);
  const fromTeacher = crossEntropyOfLogits(teacher, logits);
  return alpha === Infinity ? fromTeacher : fromLabel + alpha * fromTeacher;
}
