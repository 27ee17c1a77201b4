import { clipBounds } from "./logLoss.js";

/** Beyond this margin exp(-margin) is lost beside 1 in double precision. */
const FLAT_MARGIN = 37;
/** Factors of at most 2 are multiplied up to here before one logarithm is taken of them all. */
const FULL_PRODUCT = 1e300;

/**
 * The mean log-loss, in nats, of the first `count` logits against hard labels: {@link logLoss} for long test sets,
 * where one logarithm serves about a thousand terms because the logarithms of 1 + exp(-|z|) add up to that of
 * their product. It trusts its caller to pass finite logits, labels in {0, 1} and a count of at least 1.
 *
 * @param labels in {0, 1}, at least `count`
 * @param logits finite, at least `count`
 * @param clip as in {@link logLoss}, from which the result differs by rounding only
 * @throws RangeError if clip is outside [0, 0.5]
 * @example fastLogLoss(Uint8Array.of(1, 0), Float64Array.of(0, 0), 2, 0) // 0.6931471805599453
 */
export function fastLogLoss(
  labels: Uint8Array,
  logits: Float64Array,
  count: number,
  clip: number,
): number {
  const { most, least } = clipBounds(clip);
  const clipped = Math.log1p(-clip) - Math.log(clip);
  const ordinary = Math.min(FLAT_MARGIN, clipped);
  let total = 0;
  let product = 1;
  for (let i = 0; i < count; i++) {
    const margin = (2 * labels[i] - 1) * logits[i];
    const size = Math.abs(margin);
    if (size <= ordinary) {
      // (size - margin) / 2 is max(-margin, 0) without a branch that nobody could predict.
      total += (size - margin) / 2;
      product *= 1 + Math.exp(-size);
      if (product > FULL_PRODUCT) {
        total += Math.log(product);
        product = 1;
      }
    } else if (size > clipped) {
      total += margin > 0 ? least : most;
    } else {
      total += (size - margin) / 2;
    }
  }
  return (total + Math.log(product)) / count;
}
