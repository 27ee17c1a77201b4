import { extent } from "d3-array";
import { type BinaryData, checkBinaryData } from "../../data/dataset.js";
import { teacherShare } from "../../losses/targets.js";
import { lineModel, selfDistillationRounds } from "../../models/logisticModel.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import {
  checkFinite,
  checkInteger,
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkResult,
} from "../../validate/checks.js";

/** One round of self-distillation: a logistic regression on the features 1 and x. */
export interface LogisticRound {
  round: number;
  slope: number;
  intercept: number;
  /** The ridge with which a single fit on the labels gives this very model. */
  equivalentL2: number;
}

export interface LogisticRoundsOptions {
  rounds: number;
  /** Ridge on the slope; the intercept is free. */
  l2: number;
  /** Weight of the teacher against the labels' 1; Infinity leaves the labels out. Default Infinity. */
  alpha?: number;
}

/**
 * Self-distillation of a logistic regression: round 1 learns the labels, each later round the mixture
 * (y + alpha T) / (1 + alpha) where T are the probabilities of the round before.
 *
 * The equivalent ridge is exact. Each optimum satisfies l2 · slope = sum_i x_i (target_i - p_i); at alpha = Infinity these add
 * up over the rounds to l2 · (slope_1 + … + slope_t) = sum_i x_i (y_i - p_i), which is the condition for one fit on y with
 * ridge l2 · (slope_1 + … + slope_t) / slope_t. A finite alpha divides what the labels say again by 1 + alpha.
 *
 * @throws RangeError if data are not valid, an option is out of its range or there is no optimum, or the
 * equivalent ridge is not finite
 * @example logisticRounds(TEN_POINTS, { rounds: 5, l2: 1 }).map((r) => r.slope.toFixed(3)) // .514 .403 .319 .255 .205
 */
export function logisticRounds(
  data: BinaryData,
  { rounds, l2, alpha = Infinity }: LogisticRoundsOptions,
): LogisticRound[] {
  checkBinaryData("data", data);
  const { x, y } = data;
  checkInteger("rounds", rounds, 1);
  checkNumber("l2", l2, 0);
  checkNumber("alpha", alpha, 0, Infinity);
  const share = teacherShare(alpha);
  let pull = 0;
  const weights = selfDistillationRounds(lineModel(x, l2), y, rounds, { alpha });
  return weights.map(([intercept, slope], i) => {
    pull = slope + share * pull;
    const equivalentL2 = (l2 * pull) / slope;
    checkResult("l2", equivalentL2);
    return { round: i + 1, slope, intercept, equivalentL2 };
  });
}

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
