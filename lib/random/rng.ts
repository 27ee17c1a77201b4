import { checkNumber } from "../validate/checks.js";

/** A source of random numbers; every experiment takes one, so that the reader chooses the stream. */
export interface Rng {
  /** n numbers uniform on [0, 1). */
  uniform(n: number): Float64Array;
  /** n standard normal numbers. */
  normal(n: number): Float64Array;
  /** One label in {0, 1} for each probability of a 1. */
  bernoulli(p: ArrayLike<number>): Uint8Array;
}

/**
 * One number uniform on [0, 1), checked: a source that a caller wrote may give anything.
 *
 * @throws RangeError if the source gives no number from 0 to 1
 * @example drawUniform(numpyRng(1234)) // 0.9766997666981422
 */
export function drawUniform(rng: Rng): number {
  const [u] = rng.uniform(1);
  checkNumber("rng.uniform(1)[0]", u, 0, 1);
  return u;
}
