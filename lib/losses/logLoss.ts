import type { Quadrature } from "../data/normalGrid.js";
import { checkLength, checkNotEmpty, checkNumber, checkValues } from "../validate/checks.js";
import { softplus } from "./softplus.js";

/**
 * The cross-entropy, in nats, of one logit against one soft label: t log(1 + exp(-f)) + (1 - t) log(1 + exp(f)).
 * It is linear in t; at t = 1 and t = 0 it is the hard loss log(1 + exp(-Y f)) of Y = 1 and Y = -1.
 *
 * @param t probability of label 1, in [0, 1]
 * @param f a finite logit
 * @throws RangeError if t or f is out of its domain
 * @example binaryCrossEntropy(0.5, 2) // 1.1269280110429725
 */
export function binaryCrossEntropy(t: number, f: number): number {
  checkNumber("t", t, 0, 1);
  checkNumber("f", f);
  return t * softplus(-f) + (1 - t) * softplus(f);
}

/**
 * The post's formula, in nats: the hard loss at the mean label,
 * log(1 + exp(-E[Y|X] f)) with E[Y|X] = 2 eta - 1. It is not a cross-entropy: its mean is too small.
 *
 * @param eta probability of Y = 1 (not -1), in [0, 1]
 * @param f a finite logit
 * @throws RangeError if eta or f is out of its domain
 * @example lossAtMeanLabel(0.5, 2) // 0.6931471805599453
 */
export function lossAtMeanLabel(eta: number, f: number): number {
  checkNumber("eta", eta, 0, 1);
  checkNumber("f", f);
  return softplus(-(2 * eta - 1) * f);
}

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
  return { most: -Math.log(clip), least: -Math.log1p(-clip) };
}

/**
 * The expected log-loss of a function of x under labels with probability eta(x), by quadrature.
 *
 * @param logits the function's values at the quadrature's points
 * @param eta the probability of label 1 at the same points
 * @returns nats
 * @example populationLoss(normalGrid(10), zeros, etas) // log 2 for all-zero logits
 */
export function populationLoss(
  { weights }: Quadrature,
  logits: ArrayLike<number>,
  eta: ArrayLike<number>,
): number {
  return weights.reduce((sum, w, i) => sum + w * (softplus(logits[i]) - eta[i] * logits[i]), 0);
}
