import * as Plot from "@observablehq/plot";
import { extent, range } from "d3-array";
import { type BinaryData, checkBinaryData } from "../../data/dataset.js";
import { postEta } from "../../data/postData.js";
import { sigmoid } from "../../losses/softplus.js";
import { horner } from "../../models/polynomialAt.js";
import { type FittedModels, MODEL_NAMES } from "../../models/postModels.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { checkFinite } from "../../validate/checks.js";

const GRID = Float64Array.from(range(-30, 30.01, 0.1));

/**
 * The three fitted models of one training set as probabilities of label 1, with the truth and the training labels.
 *
 * @param models of fitPostModels
 * @throws RangeError if a number is not finite or a label is not 0 or 1
 */
export function fittedModelsFigure(data: BinaryData, models: FittedModels): Figure {
  checkBinaryData("data", data);
  checkFinite("models", models);
  const probabilities = {
    student: horner(models.student, GRID).map(sigmoid),
    teacher: horner(models.teacher, GRID.map(Math.sin)).map(sigmoid),
    distilled: horner(models.distilled, GRID).map(sigmoid),
  };
  const ranges = MODEL_NAMES.map((name) => {
    const [low, high] = extent(probabilities[name]) as [number, number];
    return `${name} ${low.toFixed(2)} to ${high.toFixed(2)}`;
  });
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
      curve("teacher", "teacher", probabilities.teacher),
      curve("student", "student", probabilities.student),
      curve("distilled", "distilled", probabilities.distilled),
    ],
    {
      alt:
        `Probability of label 1 against x from -30 to 30 for models fitted to ${data.x.length} examples, over the true sine ` +
        `from 0.10 to 0.90. Each model's lowest and highest: ${ranges.join(", ")}.`,
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
