import { list, number, record, whole } from "../../plotting/checks.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import type { LogisticRound } from "./logisticRounds.js";

/**
 * Slopes of a self-distilled logistic regression over the rounds, without a penalty and with one.
 *
 * @param free rounds without a penalty
 * @param penalised as many rounds with one
 * @throws RangeError or TypeError where there is no round, the numbers differ or a slope is not finite
 */
export function logisticRoundsFigure(
  free: readonly LogisticRound[],
  penalised: readonly LogisticRound[],
): Figure {
  const round = record({ round: whole(1), slope: number() });
  list(round)("free", free);
  list(round, { as: ["free", free.length] })("penalised", penalised);
  const slopes = (rounds: readonly LogisticRound[]) => ({
    x: rounds.map(({ round }) => round),
    y: rounds.map(({ slope }) => slope),
    dots: true,
  });
  const listed = penalised.map(({ slope }) => slope.toFixed(3)).join(", ");
  return lineFigure(
    [
      { label: "no penalty", role: "student", ...slopes(free) },
      { label: "with penalty", role: "distilled", ...slopes(penalised) },
    ],
    {
      alt:
        `Slope over ${penalised.length} rounds of self-distillation. Without a penalty it stays at ` +
        `${free[0].slope.toFixed(3)}; with one it shrinks: ${listed}.`,
      xLabel: "round (1 = fit to the labels)",
      yLabel: "slope of the logistic regression",
      xTicks: penalised.map(({ round }) => round),
      yDomain: [0, 1.05 * Math.max(free[0].slope, penalised[0].slope)],
      marginRight: 116,
    },
  );
}
