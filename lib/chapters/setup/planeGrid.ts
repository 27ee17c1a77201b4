import { normalGrid } from "../../data/normalGrid.js";
import type { PlanePoints } from "./planeData.js";

/** Points of the plane and their weights: E f(x1, x2) is the sum of weights · f(points). */
export interface PlaneQuadrature extends PlanePoints {
  /** Non-negative, adding up to 1. */
  weights: Float64Array;
}

/**
 * A quadrature for two independent N(0, 1) coordinates: the product of {@link normalGrid} with itself.
 *
 * @param intervals of each coordinate, at least 1; 60 give smooth expectations to about 1e-6
 * @returns (intervals + 1)² points, the second coordinate running fastest
 * @throws RangeError where intervals is not a whole number of at least 1
 * @example planeGrid(2).x1 // Float64Array [ -6, -6, -6, 0, 0, 0, 6, 6, 6 ]
 */
export function planeGrid(intervals = 60): PlaneQuadrature {
  const { points, weights } = normalGrid(1, intervals);
  const size = points.length;
  const pair = <T>(f: (i: number, j: number) => T) =>
    Array.from({ length: size * size }, (_, index) => f(Math.floor(index / size), index % size));
  return {
    x1: Float64Array.from(pair((i) => points[i])),
    x2: Float64Array.from(pair((_, j) => points[j])),
    weights: Float64Array.from(pair((i, j) => weights[i] * weights[j])),
  };
}
