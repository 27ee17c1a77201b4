import { pinwheelTruth } from "./pinwheel.js";
import { type PlaneQuadrature, planeGrid } from "./planeGrid.js";

/** The pinwheel's inputs as a quadrature, with the true probabilities at each point. */
export interface PinwheelPopulation extends PlaneQuadrature {
  /** One row of three probabilities a point. */
  eta: Float64Array[];
}

/**
 * What a model is measured on instead of a test set: {@link planeGrid} with the true probabilities. The pinwheel's arms
 * wind ever faster outwards, so its expectations need a finer grid than smooth ones: 100 intervals are right to 1e-5,
 * 60 to 1e-4.
 *
 * @param intervals of each coordinate, at least 1
 * @throws RangeError where intervals is not a whole number of at least 1
 * @example pinwheelPopulation(2).eta[4] // Float64Array [ 0.3333…, 0.3333…, 0.3333… ], at the origin
 */
export function pinwheelPopulation(intervals = 100): PinwheelPopulation {
  const grid = planeGrid(intervals);
  return { ...grid, eta: pinwheelTruth.probabilities(grid) };
}
