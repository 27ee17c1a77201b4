import { polynomialFeatures } from "../../models/features.js";
import { decisionFunction, type LinearModel } from "../../models/linearModel.js";
import { fitLogistic } from "../../models/logistic.js";
import { polynomialAt } from "../../models/polynomialAt.js";
import { type HiddenLayer, randomHiddenLayer } from "../../models/randomHiddenLayer.js";
import type { Rng } from "../../random/rng.js";
import { checkInteger, checkNumber } from "../../validate/checks.js";
import type { PredictorRule } from "./fittedIdentity.js";
import type { Predictor } from "./lossVariances.js";

/** A predictor that no training set changes: f itself. */
export const fixedPredictor =
  (f: Predictor): PredictorRule =>
  () =>
    f;

/**
 * A cubic in x / 10 by logistic regression on the hard labels. Unlike the post's student, which is a cubic in x, it is
 * held back by its penalty, so that its losses have variances that a simulation can measure.
 *
 * @param l2 ridge on the weights and the intercept, so that training sets of one class have an optimum too
 * @throws RangeError if l2 is not above 0 and the training set is separable
 */
export function fittedCubic(l2 = 0.1): PredictorRule {
  checkNumber("l2", l2, 0);
  return ({ x, y }) => {
    const model = fitLogistic(polynomialFeatures(x, 3, { scale: 10 }), y, { l2, interceptL2: l2 });
    return (input) => polynomialAt(model, input / 10);
  };
}

/** A network with a random hidden layer and random output weights of variance 4 / units: a fixed, wiggly function. */
export function randomNetwork(rng: Rng, units = 30): Predictor {
  checkInteger("units", units, 1);
  const hidden = randomHiddenLayer(rng, units);
  const weights = rng.normal(units).map((z) => (2 * z) / Math.sqrt(units));
  return networkOf(hidden, { weights, intercept: 0 });
}

/**
 * A network whose hidden layer is random and whose output weights are fitted to the hard labels.
 *
 * @param rng where the hidden layer comes from; it is drawn once and serves every training set
 * @param options.l2 ridge on the output weights and their intercept; small, so that the network fits its labels closely
 */
export function fittedNetwork(rng: Rng, { units = 30, l2 = 0.1 } = {}): PredictorRule {
  checkInteger("units", units, 1);
  checkNumber("l2", l2, 0);
  const hidden = randomHiddenLayer(rng, units);
  return ({ x, y }) => networkOf(hidden, fitLogistic(hidden(x), y, { l2, interceptL2: l2 }));
}

const networkOf =
  (hidden: HiddenLayer, output: LinearModel): Predictor =>
  (x) =>
    decisionFunction(output, hidden([x]))[0];
