import { normalGrid, type Quadrature } from "../data/normalGrid.js";
import { postEta } from "../data/postData.js";
import { softplus } from "../losses/softplus.js";
import { polynomialFeatures, sineFeatures } from "../models/features.js";
import { decisionFunction } from "../models/linearModel.js";
import { fitLogistic } from "../models/logistic.js";
import { checkArray, checkLength, checkValues } from "../validate/checks.js";

/** Population log-losses in nats: what each kind of model could reach with endless data. */
export interface PopulationFloor {
  /** The constant prediction 1/2. */
  constant: number;
  /** The best cubic in x. */
  cubic: number;
  /** The best function of the form intercept + weight · sin x. */
  sine: number;
  /** The true probabilities: no model has less. */
  bayes: number;
}

/**
 * The expected log-loss of a function of x under labels with probability eta(x), by quadrature.
 *
 * @param logits the function's values at the quadrature's points
 * @param eta the probability of label 1 at the same points
 * @returns nats
 * @throws RangeError or TypeError where a logit is not finite, a weight or eta is outside [0, 1], or the lengths differ
 * @example populationLoss(normalGrid(10), zeros, etas) // log 2 for all-zero logits
 */
export function populationLoss(
  { weights }: Quadrature,
  logits: ArrayLike<number>,
  eta: ArrayLike<number>,
): number {
  checkArray("quadrature.weights", weights);
  checkValues("quadrature.weights", weights, 0, 1);
  checkLength("logits", logits, weights.length, "the quadrature's weights");
  checkValues("logits", logits);
  checkLength("eta", eta, weights.length, "the quadrature's weights");
  checkValues("eta", eta, 0, 1);
  return weights.reduce((sum, w, i) => sum + w * (softplus(logits[i]) - eta[i] * logits[i]), 0);
}

/**
 * The losses that the post's data sets a floor for: x ~ N(0, scale²), eta = 0.5 + 0.4 sin x.
 *
 * @param options.scale standard deviation of x
 * @throws RangeError where scale is not a positive finite number
 * @example populationFloor().bayes // 0.5162907…
 */
export function populationFloor({ scale = 10 } = {}): PopulationFloor {
  const grid = normalGrid(scale);
  const eta = grid.points.map(postEta);
  const best = (features: ReturnType<typeof sineFeatures>) => {
    const model = fitLogistic(features, eta, { sampleWeights: grid.weights });
    return populationLoss(grid, decisionFunction(model, features), eta);
  };
  return {
    constant: Math.LN2,
    cubic: best(polynomialFeatures(grid.points, 3, { scale })),
    sine: best(sineFeatures(grid.points)),
    bayes: populationLoss(
      grid,
      eta.map((p) => Math.log(p / (1 - p))),
      eta,
    ),
  };
}
