import { clipBounds } from "./logLoss.js";

/** Beyond this margin exp(-margin) is lost beside 1 in double precision. */
const FLAT_MARGIN = 37;
/** Terms of at most 2 are multiplied up to here before one logarithm is taken of them all. */
const FULL_PRODUCT = 1e300;

/**
 * The mean log-loss, in nats, of the first `count` logits against hard labels: {@link logLoss} for long test sets,
 * where one logarithm serves about a thousand terms because the logarithms of 1 + exp(-|z|) add up to that of
 * their product. It trusts its caller to pass finite logits, labels in {0, 1} and a count of at least 1.
 *
 * @param labels in {0, 1}, at least `count`
 * @param logits finite, at least `count`
 * @param clip as in {@link logLoss}; differs from it by rounding only (the lower bound, 2e-16, is taken as 0)
 * @throws RangeError where clip is outside [0, 0.5]
 * @example labelLogLoss(Uint8Array.of(1, 0), Float64Array.of(0, 0), 2, 0) // 0.6931471805599453
 */
export function labelLogLoss(
  labels: Uint8Array,
  logits: Float64Array,
  count: number,
  clip: number,
): number {
  const { most } = clipBounds(clip);
  let total = 0;
  let product = 1;
  for (let i = 0; i < count; i++) {
    const margin = labels[i] === 1 ? logits[i] : -logits[i];
    if (margin > FLAT_MARGIN) continue;
    if (margin < -FLAT_MARGIN) {
      total += Math.min(-margin, most);
      continue;
    }
    const factor = 1 + Math.exp(-Math.abs(margin));
    if (margin < 0 && -margin > most - 1) {
      total += Math.min(Math.log(factor) - margin, most);
      continue;
    }
    if (margin < 0) total -= margin;
    product *= factor;
    if (product > FULL_PRODUCT) {
      total += Math.log(product);
      product = 1;
    }
  }
  return (total + Math.log(product)) / count;
}
