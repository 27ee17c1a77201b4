import * as Plot from "@observablehq/plot";
import { range } from "d3-array";
import type { BinaryData } from "../../data/dataset.js";
import { postEta } from "../../data/postData.js";
import { sigmoid } from "../../losses/softplus.js";
import { decisionFunction, type LinearModel } from "../../models/linearModel.js";
import { checkData, each, list, number, optional, record } from "../../plotting/checks.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import type { Design } from "./designs.js";
import { studentFeatures } from "./studentRisk.js";
import { studyDesign } from "./studyChecks.js";
import { STUDENT_ROLES } from "./studyLines.js";

/**
 * Students of one training set as probabilities of label 1 over ±3 standard deviations, with the truth and the labels.
 *
 * @param students any of the contenders, with three weights each
 * @throws RangeError or TypeError where an argument is none or a number out of its range
 */
export function transferFitsFigure(
  design: Design,
  data: BinaryData,
  students: Partial<Record<"student" | "soft" | "shuffled", LinearModel>>,
): Figure {
  studyDesign("design", design);
  checkData(data);
  const cubic = record({ weights: list(number(), { as: ["a cubic", 3] }), intercept: number() });
  record(each(["student", "soft", "shuffled"], optional(cubic)))("students", students);
  const edge = 3 * design.inputScale;
  const grid = range(-edge, edge * 1.0001, edge / 140);
  const features = studentFeatures(design, grid);
  const lines = Object.entries(students).map(
    ([name, model]): Line => ({
      ...STUDENT_ROLES[name as keyof typeof students],
      x: grid,
      y: decisionFunction(model, features).map(sigmoid),
    }),
  );
  const labels = Array.from(data.x, (x, i) => ({ x, y: data.y[i] }));
  const farthest = lines.map(({ label, y }) => {
    const distance = grid.reduce((sum, x, i) => sum + Math.abs(y[i] - postEta(x)), 0) / grid.length;
    return `${label} ${distance.toFixed(2)}`;
  });
  return lineFigure([{ label: "η(x)", role: "truth", x: grid, y: grid.map(postEta) }, ...lines], {
    alt:
      `Probability of label 1 against x for students trained on the same ${data.x.length} inputs, with the true ` +
      `probability, a sine. Mean distance from the truth over the interval: ${farthest.join(", ")}.`,
    xLabel: "x",
    yLabel: "probability of label 1",
    yDomain: [-0.05, 1.05],
    under: [
      Plot.dot(labels, { x: "x", y: "y", r: 4, stroke: PALETTE.guide, fill: "white", clip: true }),
    ],
  });
}
