import type { Rng } from "../random/rng.js";
import { checkInteger, checkLength, checkNumber } from "../validate/checks.js";
import type { BinaryData } from "./dataset.js";

/**
 * The probability of label 1 in the post's data, eta(x) = 0.5 + 0.4 sin x.
 *
 * @param x any finite number (radians)
 * @returns a probability in [0.1, 0.9]
 * @example postEta(Math.PI / 2) // 0.9
 */
export function postEta(x: number): number {
  checkNumber("x", x);
  return 0.4 * Math.sin(x) + 0.5;
}

/** Times a normal number, which is never above 40, it must be a finite one. */
const LARGEST_SCALE = Number.MAX_VALUE / 40;

/**
 * Draws n examples of the post's distribution: x ~ N(0, scale²), y ~ Bernoulli(eta(x)).
 * All inputs are drawn before the first label, as NumPy code would.
 *
 * @param rng where the numbers come from; `numpyRng(1234)` gives the post's own data
 * @param n how many examples, at least 1
 * @param options.scale standard deviation of x; the post has 10
 * @throws RangeError if n or scale is out of its range, or rng draws no label for each input
 * @example postData(numpyRng(1234), 1).x // Float64Array [ -16.038368053963016 ]
 */
export function postData(rng: Rng, n: number, { scale = 10 } = {}): BinaryData {
  checkInteger("n", n, 1);
  checkNumber("scale", scale, Number.MIN_VALUE, LARGEST_SCALE);
  const x = rng.normal(n);
  const eta = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    x[i] *= scale;
    eta[i] = 0.4 * Math.sin(x[i]) + 0.5;
  }
  const y = rng.bernoulli(eta);
  checkLength("rng.bernoulli(eta)", y, n, "x");
  return { x, y };
}
