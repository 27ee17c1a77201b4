import { labelDistribution } from "../../information/labelDistribution.js";
import { labelInformation } from "../../information/labelInformation.js";
import { optimaOf } from "../../information/optima.js";
import { polynomialFeatures } from "../../models/features.js";
import { fitLogisticModel, logisticProbabilities } from "../../models/logisticModel.js";
import { checkInteger, checkNumber, checkValues } from "../../validate/checks.js";
import { expectedLoss } from "./distillationProblem.js";

/** One round of self-distillation, over all label vectors; a type, so that it is also a row of a table. */
export type RoundInformation = {
  round: number;
  /** I(y; theta), bits. */
  information: number;
  /** Expected log-loss over test inputs and labels, nats. */
  testLoss: number;
};

const TEST_INPUTS = Array.from({ length: 501 }, (_, i) => -2.5 + i / 100);

/**
 * Information and expected test loss over rounds of self-distillation at alpha = Infinity, exactly, over all label vectors:
 * a cubic in x/2 without a constant; 501 test inputs in [-2.5, 2.5].
 *
 * @param inputs 1 to 16 training inputs
 * @param eta P(Y = 1 | x) at an input x
 * @param rounds at least 1
 * @param options.l2 ridge of every round, above 0
 * @returns one element a round, and H(y)
 * @throws RangeError if an argument or eta is out of its range
 * @example informationOverRounds([-1, 1], () => 0.5, 2).labelEntropy // 2
 */
export function informationOverRounds(
  inputs: readonly number[],
  eta: (x: number) => number,
  rounds: number,
  { l2 = 0.3 } = {},
): { labelEntropy: number; rounds: RoundInformation[] } {
  checkValues("inputs", inputs, -1e100, 1e100);
  checkInteger("rounds", rounds, 1);
  checkNumber("l2", l2, Number.MIN_VALUE);
  const labels = labelDistribution(inputs.map(eta));
  const model = { features: polynomialFeatures(inputs, 3, { scale: 2 }), l2 };
  const test = polynomialFeatures(TEST_INPUTS, 3, { scale: 2 });
  let optima = optimaOf(labels, (y) => fitLogisticModel(model, y));
  const results: RoundInformation[] = [];
  for (let round = 1; ; round++) {
    const { information, labelEntropy } = labelInformation(labels, optima);
    const testLoss = expectedLoss(labels, optima, test, TEST_INPUTS.map(eta));
    results.push({ round, information, testLoss });
    if (round === rounds) return { labelEntropy, rounds: results };
    optima = optima.map(
      (weights) =>
        weights && fitLogisticModel(model, logisticProbabilities(model.features, weights)),
    );
  }
}
