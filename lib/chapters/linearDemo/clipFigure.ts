import { list, positive } from "../../plotting/checks.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkLength } from "../../validate/checks.js";
import { checkPublishedFigure } from "./checkPublishedFigure.js";
import type { PublishedFigure } from "./publishedFigure.js";

/**
 * The student's mean test loss with scikit-learn's clip and without, over the same trials.
 *
 * @param unclipped with the training sizes of the first
 * @throws RangeError or TypeError where one is no result of publishedFigure, a mean is 0 or the numbers of sizes differ
 */
export function clipFigure(clipped: PublishedFigure, unclipped: PublishedFigure): Figure {
  checkPublishedFigure("clipped", clipped);
  checkPublishedFigure("unclipped", unclipped);
  checkLength(
    "unclipped.trainingExamples",
    unclipped.trainingExamples,
    clipped.trainingExamples.length,
    "those of clipped",
  );
  const x = clipped.trainingExamples;
  const [low, high] = [clipped, unclipped].map((result) => result.curves.student.test.mean);
  for (const [name, losses] of Object.entries({ clipped: low, unclipped: high })) {
    list(positive)(`${name}.curves.student.test.mean`, losses);
  }
  return lineFigure(
    [
      { label: "true loss", role: "truth", x, y: high, dots: true },
      { label: "clipped", role: "student", x, y: low, dots: true },
    ],
    {
      alt:
        `The student's mean test loss against training examples. At n = ${x[0]} it is ${low[0].toFixed(2)} with the clip ` +
        `and ${high[0].toFixed(2)} without; from n = 30 on the two curves agree.`,
      xLabel: "number of training examples",
      yLabel: "student's test log-loss (nats)",
      yLog: true,
      yDomain: [0.65, 5.5],
      xTicks: x,
    },
  );
}
