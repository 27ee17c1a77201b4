import * as Plot from "@observablehq/plot";
import { minIndex, range } from "d3-array";
import { sigmoid } from "../../losses/softplus.js";
import { list, number, oneOf, positive, record, whole } from "../../plotting/checks.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import type { RoundInformation } from "./rounds.js";

const GRID = range(-5, 5.01, 0.1);

/**
 * The fitted probabilities of each round of self-distillation over the training labels.
 *
 * @param inputs n training inputs in [-5, 5]
 * @param labels n labels in {0, 1}
 * @param rounds constant and slope of each round, at least one
 * @throws RangeError or TypeError where there is no input or round, the numbers of inputs and labels differ, or a number
 * is out of its range
 */
export function shrinkageFigure(
  inputs: readonly number[],
  labels: readonly number[],
  rounds: readonly Float64Array[],
): Figure {
  list(number(-5, 5))("inputs", inputs);
  list(whole(0, 1), { as: ["inputs", inputs.length] })("labels", labels);
  list(list(number(), { as: ["constant and slope", 2] }))("rounds", rounds);
  const examples = inputs.map((x, i) => ({ x, y: labels[i] }));
  const slopes = rounds.map(([, slope]) => slope.toFixed(3)).join(", ");
  return lineFigure(
    rounds.map(([constant, slope], round) => ({
      label: `round ${round + 1}`,
      role: round === 0 ? "teacher" : "distilled",
      x: GRID,
      y: GRID.map((x) => sigmoid(constant + slope * x)),
    })),
    {
      alt:
        `Fitted probability of label 1 against x over ${rounds.length} rounds of self-distillation, above ${inputs.length} ` +
        `training labels. The curves flatten towards one half: slopes ${slopes}.`,
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
 * One quantity over rounds of self-distillation: the information, which stays, or the expected test loss, which moves.
 *
 * @param result of informationOverRounds, two rounds at least
 * @param quantity which of the two
 * @throws RangeError or TypeError where there are fewer than two rounds, a number is not finite or quantity is neither
 */
export function roundsFigure(
  result: { labelEntropy: number; rounds: readonly RoundInformation[] },
  quantity: "information" | "testLoss",
): Figure {
  oneOf(["information", "testLoss"])("quantity", quantity);
  const entry = record({ round: whole(1), information: number(), testLoss: number() });
  record({ labelEntropy: positive, rounds: list(entry, { least: 2 }) })("result", result);
  const { labelEntropy, rounds } = result;
  const values = rounds.map((round) => round[quantity]);
  const best = minIndex(values);
  const ends = (v: number[]) => `${v[0].toFixed(3)} to ${v[v.length - 1].toFixed(3)}`;
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
        ? level(labelEntropy, `H(y) = ${labelEntropy.toFixed(3)} bits`, rounds.length)
        : level(Math.LN2, "always ½: log 2", rounds.length),
      ...(isInformation ? { yDomain: [0, labelEntropy * 1.2] as const } : {}),
    },
  );
}

/** A dotted line across, with its name above its right end. */
const level = (y: number, text: string, x: number) => [
  Plot.ruleY([y], { stroke: PALETTE.truth, strokeDasharray: "2 3" }),
  Plot.text([text], {
    x,
    y,
    dy: -12,
    textAnchor: "end",
    fontWeight: "bold",
    fill: PALETTE.truth,
  }),
];
