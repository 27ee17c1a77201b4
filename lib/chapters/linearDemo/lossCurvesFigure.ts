import { MODEL_NAMES } from "../../models/postModels.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
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
