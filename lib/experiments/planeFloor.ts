import { pinwheelEta } from "../data/pinwheel.js";
import { type PlaneQuadrature, planeGrid } from "../data/planeGrid.js";
import { crossEntropy } from "../losses/crossEntropy.js";
import { planeFeatures } from "../models/planeFeatures.js";
import { classProbabilities } from "../models/softmaxModel.js";
import { fitSoftmax } from "../models/softmaxRegression.js";

/** Population losses in nats that endless data would give on the pinwheel. */
export interface PlaneFloor {
  /** The constant prediction 1/3. */
  constant: number;
  /** The best student: softmax regression on the two coordinates. */
  student: number;
  /** The true probabilities: no model has less. */
  bayes: number;
}

/**
 * What each kind of model could reach on the pinwheel with endless data.
 *
 * @param grid the quadrature over x ~ N(0, 1)²
 * @example planeFloor().bayes // 0.4352…
 */
export function planeFloor(grid: PlaneQuadrature = planeGrid()): PlaneFloor {
  const eta = Array.from(grid.x1, (x, i) => pinwheelEta(x, grid.x2[i]));
  const features = planeFeatures(grid);
  const best = fitSoftmax(features, eta, { sampleWeights: grid.weights });
  const expected = (predictions: readonly Float64Array[]) =>
    predictions.reduce((sum, p, i) => sum + grid.weights[i] * crossEntropy(eta[i], p), 0);
  return {
    constant: Math.log(3),
    student: expected(classProbabilities(best, features)),
    bayes: expected(eta),
  };
}
