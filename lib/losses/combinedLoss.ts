import {
  crossEntropyGradient,
  crossEntropyOfLogits,
  negativeLogLikelihood,
} from "./crossEntropy.js";
import { checkAlpha, checkDistribution } from "./domains.js";
import { lossScale, mixedTarget } from "./targets.js";

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

/**
 * The gradient of {@link combinedLoss} in the student's logits: c_α (S - mixed target).
 *
 * @returns d numbers that sum to 0
 * @throws as combinedLoss
 * @example combinedLossGradient(0, [0.5, 0.5], [0, 0], 1) // Float64Array [ -0.5, 0.5 ]
 */
export function combinedLossGradient(
  label: number,
  teacher: ArrayLike<number>,
  logits: ArrayLike<number>,
  alpha: number,
): Float64Array {
  const scale = lossScale(alpha);
  const target = mixedTarget(label, teacher, alpha);
  return crossEntropyGradient(target, logits).map((slope) => scale * slope);
}
