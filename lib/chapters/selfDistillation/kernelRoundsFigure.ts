import { deviation, mean, minIndex } from "d3-array";
import { type Check, list, number, positive, record, whole } from "../../plotting/checks.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { bestSetting, type KernelRounds } from "./kernelRounds.js";

/** Mean over trials, and two standard errors of it. */
const meanOf = (trials: Float64Array) => mean(trials) as number;
const twoErrors = (trials: Float64Array) =>
  (2 * (deviation(trials) as number)) / Math.sqrt(trials.length);

/**
 * Error of self-distilled kernel ridge regression over the rounds at one penalty, with bands of two standard errors, and
 * the error of one fit with the best penalty.
 *
 * @param l2 one of the result's penalties
 * @throws RangeError or TypeError where result is none of kernelRounds with at least 2 trials, or l2 is not one of its
 * penalties
 */
export function kernelRoundsFigure(result: KernelRounds, l2: number): Figure {
  kernelResult("result", result);
  const errors = result.errors[result.penalties.indexOf(l2)];
  if (!errors) throw new RangeError(`l2 must be one of ${result.penalties.join(", ")}, got ${l2}`);
  const rounds = errors.map((_, r) => r + 1);
  const single = bestSetting(result, ({ round }) => round === 1);
  const y = errors.map(meanOf);
  const least = minIndex(y);
  return lineFigure(
    [
      {
        label: `rounds at λ = ${l2}`,
        role: "distilled",
        x: rounds,
        y,
        halfWidth: errors.map(twoErrors),
        dots: true,
      },
      {
        label: `one fit, λ = ${single.l2}`,
        role: "student",
        x: rounds,
        y: rounds.map(() => single.error),
      },
    ],
    {
      alt:
        `Error of kernel ridge regression over ${rounds.length} rounds of self-distillation at penalty ${l2}: ` +
        `${y[0].toFixed(4)} in round 1, ${y[least].toFixed(4)} at best in round ${least + 1}, ` +
        `${y[y.length - 1].toFixed(4)} in the last. One fit with penalty ${single.l2} has ${single.error.toFixed(4)}.`,
      xLabel: "round (1 = fit to the labels)",
      yLabel: "mean squared error (band: ± 2 standard errors)",
      xTicks: rounds,
      marginRight: 150,
    },
  );
}

/**
 * Error against the penalty after one, three and all rounds: one valley, moved to the left.
 *
 * @throws RangeError or TypeError where result is none of kernelRounds with at least 2 trials
 */
export function kernelPenaltiesFigure(result: KernelRounds): Figure {
  kernelResult("result", result);
  const shown = [...new Set([1, Math.min(3, result.rounds), result.rounds])];
  const roles = ["student", "distilled", "guide"] as const;
  const lines = shown.map(
    (round, k): Line => ({
      label: round === 1 ? "one fit" : `${round} rounds`,
      role: roles[k],
      x: result.penalties,
      y: result.errors.map((errors) => meanOf(errors[round - 1])),
      dots: true,
    }),
  );
  const least = shown.map((round) => {
    const best = bestSetting(result, (setting) => setting.round === round);
    return `${round} round${round > 1 ? "s" : ""} ${best.error.toFixed(4)} at λ = ${best.l2}`;
  });
  return lineFigure(lines, {
    alt: `Error against the penalty, a valley for each number of rounds. The lowest points: ${least.join("; ")}.`,
    xLabel: "penalty λ",
    yLabel: "mean squared error",
    xLog: true,
    xTicks: result.penalties.filter((l2) => l2 <= 4),
  });
}

const kernelResult: Check = (name, value) => {
  record({ penalties: list(positive), rounds: whole(1) })(name, value);
  const { penalties, rounds } = value as KernelRounds;
  const trials = list(number(0), { least: 2 });
  const perRound = list(trials, { as: [`${name}.rounds counts`, rounds] });
  const as = [`${name}.penalties`, penalties.length] as const;
  record({ errors: list(perRound, { as }) })(name, value);
};
