import { MODEL_NAMES } from "../../models/postModels.js";
import { each, list, positive, record } from "../../plotting/checks.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkPublishedFigure } from "./checkPublishedFigure.js";
import type { PopulationFloor } from "./populationFloor.js";
import type { PublishedFigure } from "./publishedFigure.js";

/**
 * The mean test losses over the floors that the distribution sets: the best cubic, and Bayes.
 *
 * @param result of publishedFigure
 * @param floor of populationFloor
 * @throws RangeError or TypeError where one is none, or a loss is 0, which a logarithmic axis cannot show
 */
export function floorFigure(result: PublishedFigure, floor: PopulationFloor): Figure {
  checkPublishedFigure("result", result);
  record(each(["constant", "cubic", "sine", "bayes"], positive))("floor", floor);
  for (const name of MODEL_NAMES) {
    list(positive)(`result.curves.${name}.test.mean`, result.curves[name].test.mean);
  }
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
  return lineFigure(
    [level("best cubic", "guide", floor.cubic), level("Bayes", "truth", floor.bayes), ...models],
    {
      alt:
        `Mean test losses against training examples over two levels. Student and distilled model stay above ` +
        `${floor.cubic.toFixed(4)}, the loss of the best cubic, which is the constant 1/2; the teacher falls towards ` +
        `the Bayes loss ${floor.bayes.toFixed(4)}.`,
      xLabel: "number of training examples",
      yLabel: "test log-loss (nats)",
      yLog: true,
      yDomain: [0.48, 4],
      xTicks: x,
    },
  );
}
