import { combinedLoss } from "../../losses/combinedLoss.js";
import { crossEntropyOfLogits } from "../../losses/crossEntropy.js";
import { softmax } from "../../losses/softmax.js";
import { lossScale, mixedTarget } from "../../losses/targets.js";
import { drawUniform } from "../../random/drawUniform.js";
import type { Rng } from "../../random/rng.js";
import { checkInteger } from "../../validate/checks.js";

/** Both sides of -log S_y + α H(T, S) = c_α H((δ_y + α T) / (1 + α), S) on one random case, in nats. */
export type IdentityCase = {
  classes: number;
  alpha: number;
  combined: number;
  mixed: number;
  /** |combined - mixed| / combined. */
  relativeError: number;
};

export interface IdentityCheck {
  cases: IdentityCase[];
  /** The largest relative error of all cases. */
  largestError: number;
}

/**
 * Tries the identity of the combined loss on random cases: 2 to 12 classes, α from 0.01 to 100 (its logarithm uniform),
 * logits of teacher and student normal with deviation 3.
 *
 * @param count at least 1
 * @throws RangeError or TypeError where count is not a whole number of at least 1, or rng draws no number in [0, 1]
 * @example identityCheck(seededStream("example"), 10).largestError < 1e-12 // true
 */
export function identityCheck(rng: Rng, count: number): IdentityCheck {
  checkInteger("count", count, 1);
  const below = (limit: number) => Math.floor(drawUniform(rng) * limit);
  const cases = Array.from({ length: count }, (): IdentityCase => {
    const classes = 2 + below(11);
    const label = below(classes);
    const alpha = 10 ** (4 * drawUniform(rng) - 2);
    const teacher = softmax(rng.normal(classes).map((z) => 3 * z));
    const logits = rng.normal(classes).map((z) => 3 * z);
    const combined = combinedLoss(label, teacher, logits, alpha);
    const target = mixedTarget(label, teacher, alpha);
    const mixed = lossScale(alpha) * crossEntropyOfLogits(target, logits);
    return {
      classes,
      alpha,
      combined,
      mixed,
      relativeError: Math.abs(combined - mixed) / combined,
    };
  });
  return { cases, largestError: Math.max(...cases.map(({ relativeError }) => relativeError)) };
}
