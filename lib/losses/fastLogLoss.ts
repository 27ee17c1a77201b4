import { LOG2_HIGH, LOG2_LOW, POLYNOMIAL } from "./fdlibm.js";
import { clipBounds } from "./logLoss.js";

/** Beyond this margin exp(-margin) is lost beside 1 in double precision. */
const FLAT_MARGIN = 37;
/** Factors of at most 2 are multiplied up to here before one logarithm is taken of them all. */
const FULL_PRODUCT = 1e300;

const [P1, P2, P3, P4, P5] = POLYNOMIAL;
const POWERS_OF_HALF = Float64Array.from({ length: 55 }, (_, k) => 2 ** -k);

/** exp(-size) for a size from 0 to {@link FLAT_MARGIN}: Math.exp's to the last bit, but for sizes below 2^-28, in half the time of a call. */
export function decay(size: number): number {
  const k = (0.5 + Math.LOG2E * size) | 0;
  const high = k * LOG2_HIGH - size;
  const low = k * LOG2_LOW;
  const r = high + low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return (1 + (high + (low + (r * c) / (2 - c)))) * POWERS_OF_HALF[k];
}

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
      product *= 1 + decay(size);
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
