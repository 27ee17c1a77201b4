import { extent } from "d3-array";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkFinite, checkLength, checkNotEmpty } from "../../validate/checks.js";
import type { LogisticRound } from "./logisticRounds.js";

/**
 * Slopes of a self-distilled logistic regression over the rounds, without a penalty and with one.
 *
 * @param free rounds without a penalty
 * @param penalised as many rounds with one
 * @throws RangeError if there is no round, the numbers of rounds differ or a slope is not finite
 */
export function logisticRoundsFigure(
  free: readonly LogisticRound[],
  penalised: readonly LogisticRound[],
): Figure {
  checkLength("penalised", penalised, free.length, "free");
  checkNotEmpty("free", free);
  checkFinite("free", free);
  checkFinite("penalised", penalised);
  const lines = [
    { label: "no penalty", role: "student", rounds: free },
    { label: "with penalty", role: "distilled", rounds: penalised },
  ] as const;
  const [low, high] = extent([0, ...lines.flatMap(({ rounds }) => rounds.map((r) => r.slope))]);
  const listed = lines.map(
    ({ label, rounds }) => `${label} ${rounds.map(({ slope }) => slope.toFixed(3)).join(", ")}`,
  );
  return lineFigure(
    lines.map(({ label, role, rounds }) => ({
      label,
      role,
      x: rounds.map(({ round }) => round),
      y: rounds.map(({ slope }) => slope),
      dots: true,
    })),
    {
      alt: `Slope over ${free.length} rounds of self-distillation: ${listed.join("; ")}.`,
      xLabel: "round (1 = fit to the labels)",
      yLabel: "slope of the logistic regression",
      xTicks: free.map(({ round }) => round),
      yDomain: [1.05 * (low as number), 1.05 * (high as number)],
      marginRight: 116,
    },
  );
}
