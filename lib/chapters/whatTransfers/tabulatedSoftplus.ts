import { sigmoid, softplus } from "../../losses/softplus.js";

/** Knots a unit of |z|, and where log(1 + exp(-|z|)) has fallen below 1e-17. */
const DENSITY = 64;
const END = 40 * DENSITY;
const VALUES = Float64Array.from({ length: END + 1 }, (_, k) => softplus(-k / DENSITY));
const SLOPES = VALUES.map((_, k) => -sigmoid(-k / DENSITY) / DENSITY);

/**
 * log(1 + exp(z)) to 2e-11, at a fifth of {@link softplus}'s cost: cubic Hermite interpolation of its smooth part. The
 * studies take it a billion times.
 *
 * @param z finite
 * @example tabulatedSoftplus(0) // 0.6931471805599453
 */
export function tabulatedSoftplus(z: number): number {
  const place = Math.abs(z) * DENSITY;
  const linear = Math.max(z, 0);
  if (place >= END) return linear;
  const k = Math.floor(place);
  const u = place - k;
  const v = 1 - u;
  const left = v * v * ((1 + 2 * u) * VALUES[k] + u * SLOPES[k]);
  const right = u * u * ((1 + 2 * v) * VALUES[k + 1] - v * SLOPES[k + 1]);
  return linear + left + right;
}
