import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import type { Role } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import {
  checkFinite,
  checkIncreasing,
  checkInteger,
  checkLength,
  checkNotEmpty,
} from "../../validate/checks.js";
import type { LossVariances } from "./lossVariances.js";
import type { ObjectiveSweep } from "./objectiveErrors.js";

/** Bad teachers take the colours of controls. */
const ROLES: Record<string, Role> = {
  "hard labels": "student",
  "Bayes labels": "truth",
  "sine teacher": "teacher",
  "6 harmonics": "shuffled",
  "kernel smoother": "smoothed",
};

/**
 * n times the mean squared error of the objective against n, a line for each kind of labels, with bands of two
 * standard errors.
 *
 * @param sweep of objectiveSweep, at least two sizes in increasing order
 * @param predictor which of its predictors
 * @param exact its variances: hard and Bayes labels have no bias and are drawn at their exact values, without a band
 * @throws RangeError if sweep has no such predictor, its sizes do not increase, or a number is not finite
 */
export function objectiveSweepFigure(
  sweep: ObjectiveSweep,
  predictor: number,
  exact: LossVariances,
): Figure {
  checkFinite("sweep", sweep);
  checkFinite("exact", exact);
  const { trainingExamples } = sweep;
  checkIncreasing("sweep.trainingExamples", trainingExamples);
  checkNotEmpty("sweep.trainingExamples", trainingExamples);
  checkLength("sweep.errors", sweep.errors, trainingExamples.length, "sweep.trainingExamples");
  checkInteger("predictor", predictor, 0, sweep.errors[0].length - 1);
  const exactValues: Record<string, number> = {
    "hard labels": exact.hard,
    "Bayes labels": exact.soft,
  };
  const lines = Object.keys(sweep.errors[0][predictor]).map((label): Line => {
    const values = sweep.errors.map((errors) =>
      label in exactValues
        ? { value: exactValues[label], standardError: 0 }
        : errors[predictor][label].meanSquare,
    );
    return {
      label,
      role: ROLES[label] ?? "guide",
      x: trainingExamples,
      y: values.map(({ value }) => value),
      halfWidth: values.map(({ standardError }) => 2 * standardError),
      dots: !(label in exactValues),
    };
  });
  const last = trainingExamples.length - 1;
  const ends = lines.map(({ label, y }) => `${label} ${y[0].toFixed(2)} to ${y[last].toFixed(2)}`);
  const tops = lines.flatMap(({ y, halfWidth }) =>
    Array.from(y, (value, i) => value + (halfWidth?.[i] ?? 0)),
  );
  return lineFigure(lines, {
    alt:
      `n times the mean squared error of the objective from ${trainingExamples[0]} to ` +
      `${trainingExamples[last]} training examples: ${ends.join(", ")}.`,
    xLabel: "number of training examples n (logarithmic)",
    yLabel: "n × mean squared error (nats²)",
    xLog: true,
    xTicks: trainingExamples,
    yDomain: [0, Math.max(...tops) * 1.05],
    marginRight: 140,
  });
}
