import { checkLength, checkNotEmpty, checkNumber, checkValues } from "../validate/checks.js";

/** The distance from 0 and 1 that scikit-learn's `log_loss` keeps: the spacing of doubles at 1. */
export const SKLEARN_CLIP = Number.EPSILON;

export interface LogLossOptions {
  /** Probabilities are moved into [clip, 1 - clip] first; 0, the default, is the true loss. */
  clip?: number;
}

/**
 * The mean log-loss, in nats, of predicted logits against soft targets:
 * the average of t log(1 + exp(-z)) + (1 - t) log(1 + exp(z)).
 *
 * @param targets probabilities of label 1 (hard labels are 0 and 1), n of them
 * @param logits n finite numbers
 * @throws RangeError if a target is outside [0, 1], a logit is not finite, the lengths differ or
 * are 0, or clip is outside [0, 0.5]
 * @example logLoss([1, 0], [0, 0]) // 0.6931471805599453
 */
export function logLoss(
  targets: ArrayLike<number>,
  logits: ArrayLike<number>,
  { clip = 0 }: LogLossOptions = {},
): number {
  checkNotEmpty("targets", targets);
  checkLength("logits", logits, targets.length, "targets");
  checkValues("targets", targets, 0, 1);
  checkValues("logits", logits);
  const { most, least } = clipBounds(clip);
  let total = 0;
  for (let i = 0; i < targets.length; i++) {
    const z = logits[i];
    const tail = Math.log1p(Math.exp(-Math.abs(z)));
    const lossOfOne = Math.min(most, Math.max(least, Math.max(-z, 0) + tail));
    const lossOfZero = Math.min(most, Math.max(least, Math.max(z, 0) + tail));
    total += targets[i] * lossOfOne + (1 - targets[i]) * lossOfZero;
  }
  return total / targets.length;
}

/** The largest and the smallest loss that one clipped prediction can have. */
export function clipBounds(clip: number): { most: number; least: number } {
  checkNumber("clip", clip, 0, 0.5);
  return { most: clip === 0 ? Infinity : -Math.log(clip), least: -Math.log1p(-clip) };
}
