import { checkLength, checkNotEmpty, checkNumber, checkValues } from "../validate/checks.js";

export interface KernelSmootherOptions {
  /** n finite inputs. */
  x: ArrayLike<number>;
  /** n labels or probabilities in [0, 1]. */
  y: ArrayLike<number>;
  /** Standard deviation of the Gaussian kernel, in the units of x. */
  bandwidth: number;
}

/**
 * The Nadaraya-Watson estimate of P(y = 1 | x): the average of all labels, weighted by exp(-d² / (2 bandwidth²)) where
 * d is the distance to the label's input. Far from all inputs the nearest label decides.
 *
 * @returns a function from inputs to their probabilities
 * @throws RangeError or TypeError where a value is out of its domain or the lengths differ
 * @see Nadaraya 1964; Watson 1964
 * @example kernelSmoother({ x: [-1, 1], y: [0, 1], bandwidth: 1 })([0]) // Float64Array [ 0.5 ]
 */
export function kernelSmoother({
  x,
  y,
  bandwidth,
}: KernelSmootherOptions): (inputs: ArrayLike<number>) => Float64Array {
  checkNotEmpty("x", x);
  checkValues("x", x);
  checkLength("y", y, x.length, "x");
  checkValues("y", y, 0, 1);
  checkNumber("bandwidth", bandwidth, Number.MIN_VALUE);
  const known = Float64Array.from(x);
  return (inputs) => {
    checkValues("inputs", inputs);
    return Float64Array.from(inputs, (input) => {
      const exponents = known.map((value) => -(((input - value) / bandwidth) ** 2) / 2);
      // Relative to the nearest input, so that not all weights can vanish.
      const largest = exponents.reduce((a, b) => Math.max(a, b));
      const weights = exponents.map((exponent) => Math.exp(exponent - largest));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return Math.min(1, weights.reduce((sum, weight, i) => sum + weight * y[i], 0) / total);
    });
  };
}
