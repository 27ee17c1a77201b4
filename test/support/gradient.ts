import { crossEntropyGradient } from "../../lib/losses/crossEntropy.js";
import { lossScale, mixedTarget } from "../../lib/losses/targets.js";

/** Central differences of a function of several numbers: an independent check of a gradient, good to about 1e-9. */
export function numericalGradient(
  f: (point: number[]) => number,
  point: ArrayLike<number>,
  step = 1e-5,
): number[] {
  return Array.from(point, (_, i) => {
    const moved = (by: number) => f(Array.from(point, (v, j) => (j === i ? v + by : v)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

/** The gradient of combinedLoss in the logits: c_alpha times that of the cross-entropy to the mixed target. */
export function combinedLossGradient(
  label: number,
  teacher: ArrayLike<number>,
  logits: ArrayLike<number>,
  alpha: number,
): Float64Array {
  const slopes = crossEntropyGradient(mixedTarget(label, teacher, alpha), logits);
  return slopes.map((slope) => lossScale(alpha) * slope);
}
