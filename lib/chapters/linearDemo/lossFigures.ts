import { MODEL_NAMES } from "../../models/postModels.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkValues } from "../../validate/checks.js";
import { checkPublishedFigure, type PublishedFigure } from "./publishedFigure.js";

/**
 * One of the post's two figures: mean log-loss against the number of training examples, a line a model.
 *
 * @param result of publishedFigure
 * @param split which of the two
 * @throws RangeError if a number is not finite
 */
export function lossCurvesFigure(result: PublishedFigure, split: "train" | "test"): Figure {
  checkPublishedFigure("result", result);
  const { trainingExamples, curves } = result;
  const trials = curves.student[split].trials[0].length;
  const ends = MODEL_NAMES.map((name) => {
    const values = curves[name][split].mean;
    return `${name} ${values[0].toFixed(2)} to ${values[values.length - 1].toFixed(2)}`;
  }).join(", ");
  return lineFigure(
    MODEL_NAMES.map((name) => ({
      label: name,
      role: name,
      x: trainingExamples,
      y: curves[name][split].mean,
      dots: true,
    })),
    {
      alt:
        `Mean ${split} log-loss over ${trials} trials against ${trainingExamples[0]} to ` +
        `${trainingExamples[trainingExamples.length - 1]} training examples: ${ends}.`,
      xLabel: "number of training examples",
      yLabel: `${split} log-loss (nats)`,
      xTicks: trainingExamples,
    },
  );
}

/** Two losses that a figure's reader cannot tell apart, as a fraction. */
const SAME = 0.01;

/**
 * The student's mean test loss with scikit-learn's clip and without, over the same trials.
 *
 * @param unclipped with the training sizes of the first
 * @throws RangeError if a number is not finite or a mean is not above 0
 */
export function clipFigure(clipped: PublishedFigure, unclipped: PublishedFigure): Figure {
  checkPublishedFigure("clipped", clipped);
  checkPublishedFigure("unclipped", unclipped);
  const x = clipped.trainingExamples;
  const [low, high] = [clipped, unclipped].map((result) => result.curves.student.test.mean);
  checkValues("clipped.curves.student.test.mean", low, Number.MIN_VALUE);
  checkValues("unclipped.curves.student.test.mean", high, Number.MIN_VALUE);
  const differ = Array.from(x, (_, k) => Math.abs(low[k] / high[k] - 1) > SAME);
  const agreeFrom = differ.lastIndexOf(true) + 1;
  const agree =
    agreeFrom < x.length
      ? `from n = ${x[agreeFrom]} on the two curves agree to 1 %`
      : `at n = ${x[x.length - 1]} they still differ by more than 1 %`;
  return lineFigure(
    [
      { label: "true loss", role: "truth", x, y: high, dots: true },
      { label: "clipped", role: "student", x, y: low, dots: true },
    ],
    {
      alt:
        `The student's mean test loss against training examples. At n = ${x[0]} it is ${low[0].toFixed(2)} with the clip ` +
        `and ${high[0].toFixed(2)} without; ${agree}.`,
      xLabel: "number of training examples",
      yLabel: "student's test log-loss (nats)",
      yLog: true,
      yDomain: [0.65, 5.5],
      xTicks: x,
    },
  );
}
