import { normalGrid } from "../../data/normalGrid.js";
import { postEta } from "../../data/postData.js";
import { populationLoss } from "../../losses/populationLoss.js";
import { polynomialFeatures, sineFeatures } from "../../models/features.js";
import { decisionFunction } from "../../models/linearModel.js";
import { fitLogistic } from "../../models/logistic.js";

/** Population log-losses in nats: what each kind of model could reach with endless data. */
export interface AttainableLosses {
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
 * The losses that the post's data sets a floor for: x ~ N(0, scale²), eta = 0.5 + 0.4 sin x.
 *
 * @param options.scale standard deviation of x
 * @throws RangeError if scale is not a positive finite number
 * @example attainableLosses().bayes // 0.5162907…
 */
export function attainableLosses({ scale = 10 } = {}): AttainableLosses {
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
