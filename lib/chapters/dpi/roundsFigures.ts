import * as Plot from "@observablehq/plot";
import { max, minIndex, pairs, range } from "d3-array";
import { labelDistribution } from "../../information/labelDistribution.js";
import { labelInformation } from "../../information/labelInformation.js";
import { optimaOf } from "../../information/optima.js";
import { sigmoid } from "../../losses/softplus.js";
import { polynomialFeatures } from "../../models/features.js";
import { logisticModelFitter, logisticProbabilities } from "../../models/logisticModel.js";
import { level } from "../../plotting/label.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import {
  checkFinite,
  checkInteger,
  checkIntegers,
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkValues,
  MAX_MAGNITUDE,
} from "../../validate/checks.js";
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
  checkValues("inputs", inputs, -MAX_MAGNITUDE, MAX_MAGNITUDE);
  checkInteger("rounds", rounds, 1);
  checkNumber("l2", l2, Number.MIN_VALUE);
  const labels = labelDistribution(inputs.map(eta));
  const model = { features: polynomialFeatures(inputs, 3, { scale: 2 }), l2 };
  const test = polynomialFeatures(TEST_INPUTS, 3, { scale: 2 });
  const fit = logisticModelFitter(model);
  let optima = optimaOf(labels, fit);
  const results: RoundInformation[] = [];
  for (let round = 1; ; round++) {
    const { information, labelEntropy } = labelInformation(labels, optima);
    const testLoss = expectedLoss(labels, optima, test, TEST_INPUTS.map(eta));
    results.push({ round, information, testLoss });
    if (round === rounds) return { labelEntropy, rounds: results };
    optima = optima.map(
      (weights) => weights && fit(logisticProbabilities(model.features, weights)),
    );
  }
}

const GRID = range(-5, 5.01, 0.1);

/**
 * The fitted probabilities of each round of self-distillation over the training labels.
 *
 * @param inputs n training inputs in [-5, 5]
 * @param labels n labels in {0, 1}
 * @param rounds constant and slope of each round
 * @throws RangeError if there is no round, the numbers of inputs and labels differ, or a number is out of its range
 */
export function shrinkageFigure(
  inputs: ArrayLike<number>,
  labels: ArrayLike<number>,
  rounds: readonly ArrayLike<number>[],
): Figure {
  checkValues("inputs", inputs, -5, 5);
  checkLength("labels", labels, inputs.length, "inputs");
  checkIntegers("labels", labels, 0, 1);
  checkNotEmpty("rounds", rounds);
  checkFinite("rounds", rounds);
  rounds.forEach((weights, r) => {
    checkLength(`rounds[${r}]`, weights, 2, "constant and slope");
  });
  const examples = Array.from(inputs, (x, i) => ({ x, y: labels[i] }));
  const slopes = rounds.map((weights) => weights[1]);
  const flatter = pairs(slopes).filter(([a, b]) => Math.abs(b) < Math.abs(a)).length;
  return lineFigure(
    rounds.map((weights, round) => ({
      label: `round ${round + 1}`,
      role: round === 0 ? "teacher" : "distilled",
      x: GRID,
      y: GRID.map((x) => sigmoid(weights[0] + weights[1] * x)),
    })),
    {
      alt:
        `Fitted probability of label 1 against x over ${rounds.length} rounds of self-distillation, above ${inputs.length} ` +
        `training labels. Slopes ${slopes.map((slope) => slope.toFixed(3)).join(", ")}; ${flatter} of ` +
        `${slopes.length - 1} rounds after the first are flatter than the one before.`,
      xLabel: "x",
      yLabel: "probability of label 1",
      yDomain: [-0.03, 1.03],
      height: 440,
      marginRight: 84,
      under: [Plot.dot(examples, { x: "x", y: "y", r: 4, stroke: PALETTE.guide, fill: "white" })],
    },
  );
}

/**
 * One quantity over rounds of self-distillation: the information or the expected test loss.
 *
 * @param result of informationOverRounds, two rounds at least
 * @param quantity which of the two
 * @throws RangeError if there are fewer than two rounds or a number is not finite
 */
export function roundsFigure(
  result: { labelEntropy: number; rounds: readonly RoundInformation[] },
  quantity: "information" | "testLoss",
): Figure {
  checkInteger("the number of result.rounds", result.rounds.length, 2);
  checkFinite("result", result);
  const { labelEntropy, rounds } = result;
  const values = rounds.map((round) => round[quantity]);
  const best = minIndex(values);
  const highest = max([labelEntropy, ...values]) as number;
  const ends = (v: number[]) => `${v[0].toFixed(3)} to ${v[v.length - 1].toFixed(3)}`;
  const above = { x: rounds.length, dy: -12, textAnchor: "end" } as const;
  const isInformation = quantity === "information";
  const numbers = rounds.map(({ round }) => round);
  return lineFigure(
    [
      {
        label: isInformation ? "I(y; θ)" : "test loss",
        role: "distilled",
        x: numbers,
        y: values,
        dots: true,
      },
    ],
    {
      alt: isInformation
        ? `Information in the student's parameters over ${rounds.length} rounds: from ${ends(values)} bits; H(y) is ${labelEntropy.toFixed(3)}.`
        : `Expected test log-loss over ${rounds.length} rounds: ${values[0].toFixed(3)} in round 1, least in round ` +
          `${best + 1} (${values[best].toFixed(3)}), ${values[values.length - 1].toFixed(3)} in the last; always saying one half costs 0.693.`,
      xLabel: "round",
      yLabel: isInformation ? "I(y; θ) (bits)" : "expected test log-loss (nats)",
      xTicks: numbers,
      height: 240,
      under: isInformation
        ? level(labelEntropy, `H(y) = ${labelEntropy.toFixed(3)} bits`, "truth", above)
        : level(Math.LN2, "always ½: log 2", "truth", above),
      ...(isInformation ? { yDomain: [0, highest * 1.2] as const } : {}),
    },
  );
}
