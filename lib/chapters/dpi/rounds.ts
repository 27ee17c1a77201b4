import { TEN_POINTS } from "../../data/tenPoints.js";
import { labelDistribution } from "../../information/labelDistribution.js";
import { labelInformation } from "../../information/labelInformation.js";
import { optimaOf } from "../../information/optima.js";
import { sigmoid } from "../../losses/softplus.js";
import { polynomialFeatures } from "../../models/features.js";
import {
  fitLogisticModel,
  type LogisticModel,
  lineModel,
  logisticProbabilities,
} from "../../models/logisticModel.js";
import { checkInteger, checkNumber, checkValues } from "../../validate/checks.js";
import { expectedLoss } from "./distillationProblem.js";

/** Ten inputs, not separable by their labels, for a line in x. */
export const SLOPE_INPUTS = Array.from(TEN_POINTS.x);
export const SLOPE_LABELS = Array.from(TEN_POINTS.y);

/**
 * The lines in x over {@link SLOPE_INPUTS}: a free constant and a slope with this ridge.
 *
 * @param slopeL2 0 for no penalty
 * @example slopeClass(1).features.columns // 2
 */
export const slopeClass = (slopeL2: number): LogisticModel => lineModel(SLOPE_INPUTS, slopeL2);

/** One round of self-distillation, over all label vectors; a type, so that it is also a row of a table. */
export type RoundInformation = {
  round: number;
  /** I(y; theta), bits. */
  information: number;
  /** Expected log-loss over test inputs and labels, nats. */
  testLoss: number;
};

const ROUND_INPUTS = [-2.1, -1.37, -0.8, -0.31, 0.45, 0.92, 1.66, 2.4];
const TEST_INPUTS = Array.from({ length: 501 }, (_, i) => -2.5 + i / 100);
const etaOf = (x: number) => sigmoid(0.3 * x);

/**
 * Information and expected test loss over rounds of self-distillation at alpha = Infinity, exactly: all 256 label
 * vectors of 8 inputs, eta = sigmoid(.3 x), cubic in x/2 without a constant; 501 test inputs in [-2.5, 2.5].
 *
 * @param rounds at least 1
 * @param options.l2 ridge of every round, above 0
 * @returns one element a round, and H(y)
 * @throws RangeError where rounds is below 1
 * @example informationOverRounds(5).labelEntropy // 7.742…
 */
export function informationOverRounds(
  rounds: number,
  { l2 = 0.3 } = {},
): { labelEntropy: number; rounds: RoundInformation[] } {
  checkInteger("rounds", rounds, 1);
  checkNumber("l2", l2, Number.MIN_VALUE);
  const labels = labelDistribution(ROUND_INPUTS.map(etaOf));
  const model = { features: polynomialFeatures(ROUND_INPUTS, 3, { scale: 2 }), l2 };
  const test = polynomialFeatures(TEST_INPUTS, 3, { scale: 2 });
  let optima = optimaOf(labels, (y) => fitLogisticModel(model, y));
  const results: RoundInformation[] = [];
  for (let round = 1; ; round++) {
    const { information, labelEntropy } = labelInformation(labels, optima);
    const testLoss = expectedLoss(labels, optima, test, TEST_INPUTS.map(etaOf));
    results.push({ round, information, testLoss });
    if (round === rounds) return { labelEntropy, rounds: results };
    optima = optima.map(
      (weights) =>
        weights && fitLogisticModel(model, logisticProbabilities(model.features, weights)),
    );
  }
}

/**
 * The same for single fits without any distillation, one a ridge: what a better penalty alone would have done.
 *
 * @param penalties ridges above 0
 * @returns one row a ridge, for a table
 * @throws RangeError as {@link informationOverRounds}
 * @example singleFits([7])[0].testLoss // 0.6883…
 */
export const singleFits = (penalties: readonly number[]) => {
  checkValues("penalties", penalties, Number.MIN_VALUE);
  return penalties.map((l2) => {
    const { information, testLoss } = informationOverRounds(1, { l2 }).rounds[0];
    return { λ: `${l2}`, information, testLoss };
  });
};
