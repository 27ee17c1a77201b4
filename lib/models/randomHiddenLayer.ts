import { Matrix } from "ml-matrix";
import type { Rng } from "../random/rng.js";
import { checkInteger, checkNumber, checkValues } from "../validate/checks.js";

/** The hidden units of a network with one input: row i holds tanh(slope_j · x_i + offset_j) for every unit j. */
export type HiddenLayer = (x: ArrayLike<number>) => Matrix;

/**
 * Draws a hidden layer of tanh units and keeps it: a network with such a layer is trained through its output weights
 * alone, so its fit is a convex problem with one optimum. Each unit bends at a point drawn from N(0, scale²).
 *
 * @param rng where the units come from
 * @param units at least 1
 * @param options.scale spread of the bends, the standard deviation of the inputs it is meant for, above 0
 * @param options.steepness standard deviation of a unit's slope at its bend, above 0
 * @returns a function of n finite inputs that gives an n × units design matrix with entries in (-1, 1)
 * @throws RangeError if an argument is out of its range
 * @see Rahimi & Recht (2008), Random features for large-scale kernel machines
 * @example randomHiddenLayer(seededStream("example"), 3)([0]).columns // 3
 */
export function randomHiddenLayer(
  rng: Rng,
  units: number,
  { scale = 10, steepness = 1 } = {},
): HiddenLayer {
  checkInteger("units", units, 1);
  checkNumber("scale", scale, Number.MIN_VALUE);
  checkNumber("steepness", steepness, Number.MIN_VALUE);
  const slopes = rng.normal(units).map((z) => z * steepness);
  const bends = rng.normal(units).map((z) => z * scale);
  return (x) => {
    checkValues("x", x);
    const design = new Matrix(x.length, units);
    for (let i = 0; i < x.length; i++) {
      for (let j = 0; j < units; j++) design.set(i, j, Math.tanh(slopes[j] * (x[i] - bends[j])));
    }
    return design;
  };
}
