import { MODEL_NAMES } from "../../models/postModels.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkNumber, MAX_MAGNITUDE } from "../../validate/checks.js";
import type { AttainableLosses } from "./attainableLosses.js";
import { checkPublishedFigure, type PublishedFigure } from "./publishedFigure.js";

/**
 * The mean test losses over the floors that the distribution sets: the best cubic, and Bayes.
 *
 * @param result of publishedFigure
 * @param floor of attainableLosses
 * @throws RangeError if a number is not finite, or a loss not above 0
 */
export function attainableLossFigure(result: PublishedFigure, floor: AttainableLosses): Figure {
  checkPublishedFigure("result", result);
  for (const [name, level] of Object.entries(floor))
    checkNumber(`floor.${name}`, level, Number.MIN_VALUE, MAX_MAGNITUDE);
  const x = result.trainingExamples;
  const level = (label: string, role: Line["role"], value: number): Line => ({
    label,
    role,
    x: [x[0], x[x.length - 1]],
    y: [value, value],
  });
  const models = MODEL_NAMES.map((name) => ({
    label: name,
    role: name,
    x,
    y: result.curves[name].test.mean,
    dots: true,
  }));
  const least = models.map(({ label, y }) => `${label} ${Math.min(...y).toFixed(4)}`);
  return lineFigure(
    [level("best cubic", "guide", floor.cubic), level("Bayes", "truth", floor.bayes), ...models],
    {
      alt:
        `Mean test losses against training examples over two levels: the loss of the best cubic, ` +
        `${floor.cubic.toFixed(4)}, and the Bayes loss, ${floor.bayes.toFixed(4)}. Lowest points: ${least.join(", ")}.`,
      xLabel: "number of training examples",
      yLabel: "test log-loss (nats)",
      yLog: true,
      yDomain: [0.48, 4],
      xTicks: x,
    },
  );
}
