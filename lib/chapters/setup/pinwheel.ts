import { normalGrid } from "../../data/normalGrid.js";
import { softmax } from "../../losses/softmax.js";
import type { Rng } from "../../random/rng.js";
import { checkInteger } from "../../validate/checks.js";
import type { PlaneData, PlaneModel, PlanePoints } from "./planeData.js";

/** How sure the true probabilities grow with the distance from the centre. */
const STEEPNESS = 2.5;
/** Radians by which the arms have turned at distance 1; they turn with the square of the distance. */
const TWIST = 0.3;

/** The pinwheel's three logits at a point: 2.5 r cos(φ + 0.3 r² - 2πk/3) in polar coordinates (r, φ). */
function pinwheelLogits(x1: number, x2: number): Float64Array {
  const r = Math.hypot(x1, x2);
  const angle = Math.atan2(x2, x1) + TWIST * r * r;
  return Float64Array.of(0, 1, 2).map(
    (k) => STEEPNESS * r * Math.cos(angle - (2 * Math.PI * k) / 3),
  );
}

/**
 * The true class probabilities of the pinwheel in the form of a model: three bent arms around the origin, alike up to a
 * third of a turn.
 *
 * @example pinwheelTruth.probabilities(planePoints([0, 0]))[0][1] // 0.3333333333333333
 */
export const pinwheelTruth: PlaneModel = {
  logits: ({ x1, x2 }) => Array.from(x1, (value, i) => pinwheelLogits(value, x2[i])),
  probabilities: (points, options) =>
    pinwheelTruth.logits(points).map((logits) => softmax(logits, options)),
};

/**
 * Draws n labelled points of the plane: both coordinates N(0, 1), the label from {@link pinwheelTruth}.
 * All coordinates are drawn before the first label.
 *
 * @param n how many examples, at least 1
 * @throws RangeError if n is not a whole number of at least 1
 * @example pinwheelData(seededStream("example"), 2).y // Uint8Array [ 1, 0 ]
 */
export function pinwheelData(rng: Rng, n: number): PlaneData {
  checkInteger("n", n, 1);
  const points = { x1: rng.normal(n), x2: rng.normal(n) };
  const uniforms = rng.uniform(n);
  const y = Uint8Array.from(pinwheelTruth.probabilities(points), ([first, second], i) => {
    if (uniforms[i] < first) return 0;
    return uniforms[i] < first + second ? 1 : 2;
  });
  return { ...points, y };
}

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
