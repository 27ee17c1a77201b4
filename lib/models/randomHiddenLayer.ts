import { Matrix } from "ml-matrix";
import type { Rng } from "../random/rng.js";

/** The hidden units of a network with one input: row i holds tanh(slope_j · x_i + offset_j) for every unit j. */
export type HiddenLayer = (x: ArrayLike<number>) => Matrix;

/**
 * Draws a hidden layer of tanh units and keeps it: a network with such a layer is trained through its output weights
 * alone, so its fit is a convex problem with one optimum. Each unit bends at a point drawn from N(0, 10²), with a slope
 * drawn from N(0, 1).
 *
 * @param rng where the units come from
 * @returns a function of n finite inputs that gives an n × units design matrix with entries in (-1, 1)
 * @see Rahimi & Recht (2008), Random features for large-scale kernel machines
 * @example randomHiddenLayer(seededStream("example"), 3)([0]).columns // 3
 */
export function randomHiddenLayer(rng: Rng, units: number): HiddenLayer {
  const slopes = rng.normal(units);
  const bends = rng.normal(units).map((z) => z * 10);
  return (x) => {
    const design = new Matrix(x.length, units);
    for (let i = 0; i < x.length; i++) {
      for (let j = 0; j < units; j++) design.set(i, j, Math.tanh(slopes[j] * (x[i] - bends[j])));
    }
    return design;
  };
}
