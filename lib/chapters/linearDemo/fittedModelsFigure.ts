import * as Plot from "@observablehq/plot";
import { range } from "d3-array";
import type { BinaryData } from "../../data/dataset.js";
import { postEta } from "../../data/postData.js";
import { sigmoid } from "../../losses/softplus.js";
import { horner } from "../../models/polynomialAt.js";
import { type FittedModels, MODEL_NAMES } from "../../models/postModels.js";
import { checkData, each, list, number, record } from "../../plotting/checks.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";

const GRID = Float64Array.from(range(-30, 30.01, 0.1));

/**
 * The three fitted models of one training set as probabilities of label 1, with the truth and the training labels.
 *
 * @param models of fitPostModels, with one weight for the teacher and up to ten for the others
 * @throws RangeError or TypeError where there is no example, or a number is not finite or a label not 0 or 1
 */
export function fittedModelsFigure(data: BinaryData, models: FittedModels): Figure {
  checkData(data);
  const model = record({ weights: list(number(), { most: 10 }), intercept: number() });
  record(each(MODEL_NAMES, model))("models", models);
  const curve = (label: string, role: Line["role"], y: ArrayLike<number>): Line => ({
    label,
    role,
    x: GRID,
    y,
  });
  const labels = Array.from(data.x, (x, i) => ({ x, y: data.y[i] }));
  return lineFigure(
    [
      curve("η(x)", "truth", GRID.map(postEta)),
      curve("teacher", "teacher", horner(models.teacher, GRID.map(Math.sin)).map(sigmoid)),
      curve("student", "student", horner(models.student, GRID).map(sigmoid)),
      curve("distilled", "distilled", horner(models.distilled, GRID).map(sigmoid)),
    ],
    {
      alt:
        `Probability of label 1 against x for models fitted to ${data.x.length} examples. The teacher follows the sine ` +
        "of the truth; the student's cubic runs to 0 or 1 away from the data; the distilled cubic stays flatter.",
      xLabel: "x",
      yLabel: "probability of label 1",
      yDomain: [-0.05, 1.05],
      under: [
        Plot.dot(labels, {
          x: "x",
          y: "y",
          r: 4,
          stroke: PALETTE.guide,
          fill: "white",
          clip: true,
        }),
      ],
    },
  );
}
