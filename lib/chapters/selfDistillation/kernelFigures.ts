import { least, max, range } from "d3-array";
import { shrinkage } from "../../models/kernelRidge.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { meanAndStandardError } from "../../statistics/estimate.js";
import { checkFinite, checkNotEmpty, checkNumber } from "../../validate/checks.js";
import type { KernelSetting } from "./kernelRounds.js";

/** Settings with the mean and the standard error of their trials; the ones with the least error, and how to draw them. */
function estimated(settings: readonly KernelSetting[]) {
  checkNotEmpty("settings", settings);
  checkFinite("settings", settings);
  settings.forEach(({ l2 }, i) => {
    checkNumber(`settings[${i}].l2`, l2, Number.MIN_VALUE);
  });
  const points = settings.map(({ l2, round, trials }, i) => ({
    l2,
    round,
    ...meanAndStandardError(trials, `settings[${i}].trials`),
  }));
  const best = (of = points) => least(of, ({ value }) => value) as (typeof points)[number];
  return { points, best };
}

/**
 * Error of self-distilled kernel ridge regression over the rounds at one penalty, with bands of two standard errors, and
 * the error of one fit with the best penalty.
 *
 * @param settings of kernelRounds
 * @param l2 one of their penalties
 * @throws RangeError if l2 is not one of the penalties or a setting has fewer than 2 trials
 */
export function kernelRoundsFigure(settings: readonly KernelSetting[], l2: number): Figure {
  const { points, best } = estimated(settings);
  const at = points.filter((point) => point.l2 === l2);
  if (at.length === 0) {
    const penalties = [...new Set(points.map((point) => point.l2))];
    throw new RangeError(`l2 must be one of ${penalties.join(", ")}, got ${l2}`);
  }
  const single = best(points.filter(({ round }) => round === 1));
  const rounds = at.map(({ round }) => round);
  const [lowest, last] = [best(at), at[at.length - 1]];
  return lineFigure(
    [
      {
        label: `rounds at λ = ${l2}`,
        role: "distilled",
        x: rounds,
        y: at.map(({ value }) => value),
        halfWidth: at.map(({ standardError }) => 2 * standardError),
        dots: true,
      },
      {
        label: `one fit, λ = ${single.l2}`,
        role: "student",
        x: rounds,
        y: rounds.map(() => single.value),
      },
    ],
    {
      alt:
        `Error of kernel ridge regression over ${at.length} rounds of self-distillation at penalty ${l2}: ` +
        `${at[0].value.toFixed(4)} in round 1, ${lowest.value.toFixed(4)} at best in round ${lowest.round}, ` +
        `${last.value.toFixed(4)} in the last. One fit with penalty ${single.l2} has ${single.value.toFixed(4)}.`,
      xLabel: "round (1 = fit to the labels)",
      yLabel: "mean squared error (band: ± 2 standard errors)",
      xTicks: rounds,
      marginRight: 150,
    },
  );
}

/**
 * Error against the penalty after one, three and all rounds.
 *
 * @param settings of kernelRounds
 * @throws RangeError if a setting has fewer than 2 trials
 */
export function kernelPenaltiesFigure(settings: readonly KernelSetting[]): Figure {
  const { points, best } = estimated(settings);
  const rounds = max(points, ({ round }) => round) as number;
  const shown = [...new Set([1, Math.min(3, rounds), rounds])].map((round) => ({
    name: round === 1 ? "one fit" : `${round} rounds`,
    at: points.filter((point) => point.round === round),
  }));
  const roles = ["student", "distilled", "guide"] as const;
  const lines = shown.map(
    ({ name, at }, k): Line => ({
      label: name,
      role: roles[k],
      x: at.map(({ l2 }) => l2),
      y: at.map(({ value }) => value),
      dots: true,
    }),
  );
  const lowest = shown.map(({ name, at }) => {
    const { value, l2 } = best(at);
    return `${name} ${value.toFixed(4)} at λ = ${l2}`;
  });
  return lineFigure(lines, {
    alt: `Error against the penalty, a line for each number of rounds. The lowest points: ${lowest.join("; ")}.`,
    xLabel: "penalty λ",
    yLabel: "mean squared error",
    xLog: true,
    xTicks: shown[0].at.map(({ l2 }) => l2),
  });
}

const EIGENVALUES = range(-1.3, 1.31, 0.02).map((exponent) => 10 ** exponent);

/**
 * What is left of each eigen-direction of the kernel: after one fit, after some rounds at the same penalty, and after one fit
 * with a larger penalty.
 *
 * @throws RangeError if a penalty is not above 0 or rounds not a whole number of at least 1
 */
export function kernelShrinkageFigure(l2: number, rounds: number, largerL2: number): Figure {
  const curves = [
    { label: `λ = ${l2}, 1 fit`, role: "guide", setting: { l2, rounds: 1 } },
    { label: `λ = ${l2}, ${rounds} rounds`, role: "distilled", setting: { l2, rounds } },
    { label: `λ = ${largerL2}, 1 fit`, role: "student", setting: { l2: largerL2, rounds: 1 } },
  ] as const;
  const seen = curves.map(({ label, setting }) => {
    const left = [0.5, 5].map((d) => shrinkage(d, setting).toFixed(2));
    return `${label} ${left.join(" and ")}`;
  });
  return lineFigure(
    curves.map(({ label, role, setting }) => ({
      label,
      role,
      x: EIGENVALUES,
      y: EIGENVALUES.map((d) => shrinkage(d, setting)),
    })),
    {
      alt:
        `Share of the target left in a direction of the kernel against its eigenvalue. At eigenvalues 0.5 and 5: ` +
        `${seen.join("; ")}.`,
      xLabel: "eigenvalue of the kernel matrix",
      yLabel: "share of the target that is left",
      xLog: true,
      xTicks: [0.1, 1, 10],
      yDomain: [0, 1],
      marginRight: 140,
    },
  );
}
