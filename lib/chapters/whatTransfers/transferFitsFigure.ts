import * as Plot from "@observablehq/plot";
import { max, mean, range } from "d3-array";
import { type BinaryData, checkBinaryData } from "../../data/dataset.js";
import { postEta } from "../../data/postData.js";
import { sigmoid } from "../../losses/softplus.js";
import { decisionFunction, type LinearModel } from "../../models/linearModel.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { checkFinite } from "../../validate/checks.js";
import type { Design } from "./designs.js";
import { studentFeatures } from "./studentRisk.js";
import { STUDENTS, type StudentName } from "./studyLines.js";

/**
 * Students of one training set as probabilities of label 1 over ±3 standard deviations, or as far as the inputs reach,
 * with the truth and the labels.
 *
 * @param students with three weights each, under the names of STUDENTS
 * @throws RangeError if an argument is not valid
 */
export function transferFitsFigure(
  design: Design,
  data: BinaryData,
  students: Partial<Record<StudentName, LinearModel>>,
): Figure {
  checkBinaryData("data", data);
  checkFinite("data.x", data.x);
  const edge = Math.max(3 * design.inputScale, max(data.x, Math.abs) as number);
  const grid = range(-edge, edge * 1.0001, edge / 140);
  const features = studentFeatures(design, grid);
  const lines = Object.entries(students).map(
    ([name, model]): Line => ({
      ...STUDENTS[name as StudentName],
      x: grid,
      y: decisionFunction(model, features).map(sigmoid),
    }),
  );
  const labels = Array.from(data.x, (x, i) => ({ x, y: data.y[i] }));
  const distances = lines.map(({ label, y }) => {
    const distance = mean(grid, (x, i) => Math.abs(y[i] - postEta(x))) as number;
    return `${label} ${distance.toFixed(2)}`;
  });
  return lineFigure([{ label: "η(x)", role: "truth", x: grid, y: grid.map(postEta) }, ...lines], {
    alt:
      `Probability of label 1 against x from ${-edge.toFixed(0)} to ${edge.toFixed(0)} for students trained on the same ` +
      `${data.x.length} inputs, with the true probability, a sine. Mean distance from the truth over the interval: ` +
      `${distances.join(", ")}.`,
    xLabel: "x",
    yLabel: "probability of label 1",
    yDomain: [-0.05, 1.05],
    under: [Plot.dot(labels, { x: "x", y: "y", r: 4, stroke: PALETTE.guide, fill: "white" })],
  });
}
