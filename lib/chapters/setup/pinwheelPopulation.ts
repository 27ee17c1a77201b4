import { normalGrid } from "../../data/normalGrid.js";
import { pinwheelTruth } from "./pinwheel.js";
import type { PlanePoints } from "./planeData.js";

/** Points of the plane and their weights: E f(x1, x2) is the sum of weights · f(points). */
export interface PlaneQuadrature extends PlanePoints {
  /** Non-negative, adding up to 1. */
  weights: Float64Array;
}

/** The pinwheel's inputs as a quadrature, with the true probabilities at each point. */
export interface PinwheelPopulation extends PlaneQuadrature {
  /** One row of three probabilities a point. */
  eta: Float64Array[];
}

/**
 * A quadrature for two independent N(0, 1) coordinates: the product of {@link normalGrid} with itself, the second
 * coordinate running fastest. 60 intervals a coordinate give smooth expectations to about 1e-6.
 */
export function planeGrid(intervals: number): PlaneQuadrature {
  const { points, weights } = normalGrid(1, intervals);
  const outer = Array.from(points).flatMap((x1, i) =>
    Array.from(points, (x2, j) => [x1, x2, weights[i] * weights[j]]),
  );
  const [x1, x2, products] = [0, 1, 2].map((k) => Float64Array.from(outer, (row) => row[k]));
  return { x1, x2, weights: products };
}

/**
 * What a model is measured on instead of a test set: a product grid over N(0, 1)² with the true probabilities. The
 * pinwheel's arms wind ever faster outwards, so its expectations need a finer grid than smooth ones: 100 intervals are
 * right to 1e-5, 60 to 1e-4.
 *
 * @param intervals of each coordinate, at least 1
 * @returns (intervals + 1)² points
 * @throws RangeError if intervals is not a whole number of at least 1
 * @example pinwheelPopulation(2).eta[4] // Float64Array [ 0.3333…, 0.3333…, 0.3333… ], at the origin
 */
export function pinwheelPopulation(intervals = 100): PinwheelPopulation {
  const grid = planeGrid(intervals);
  return { ...grid, eta: pinwheelTruth.probabilities(grid) };
}
