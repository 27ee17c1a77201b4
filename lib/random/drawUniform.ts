import { checkNumber } from "../validate/checks.js";
import type { Rng } from "./rng.js";

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
