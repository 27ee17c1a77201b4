import { checkNumber } from "../validate/checks.js";
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
 * The post's formula, in nats: the hard loss with the mean label put in the place of the label,
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
