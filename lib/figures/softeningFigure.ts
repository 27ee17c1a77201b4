import * as Plot from "@observablehq/plot";
import { CONTENDERS, type SofteningParameters } from "../experiments/softeningTrial.js";
import { studentRisk } from "../experiments/studentRisk.js";
import type { StudyResult } from "../experiments/trialLoop.js";
import { lineFigure } from "./lineFigure.js";
import { PALETTE } from "./palette.js";
import type { Figure } from "./render.js";
import { lastValues, studyLine } from "./studyLines.js";

/** Mean population log-loss of the five contenders against the number of training examples, on one design. */
export function softeningFigure(
  result: StudyResult,
  { design, sizes }: Pick<SofteningParameters, "design" | "sizes">,
): Figure {
  const lines = CONTENDERS.map((name) => studyLine(result, name, sizes));
  const { best } = studentRisk(design);
  const shown = lines.flatMap((line) => Array.from(line.y).slice(1));
  return lineFigure(lines, {
    alt:
      `Mean test log-loss with bands of two standard errors against ${sizes[0]} to ${sizes[sizes.length - 1]} ` +
      `training examples, ${design.name} design, logarithmic scale. At the last: ${lastValues(lines, 3)}. ` +
      `The best cubic has ${best.toFixed(3)}.`,
    xLabel: "number of training examples",
    yLabel: "test log-loss (nats)",
    yLog: true,
    yDomain: [best * 0.97, Math.max(...shown) * 1.1],
    xTicks: sizes,
    marginRight: 104,
    under: bestCubic(best, sizes[0]),
  });
}

/** A guide at the loss of the best cubic. */
export function bestCubic(best: number, x: number): Plot.Markish[] {
  return [
    Plot.ruleY([best], { stroke: PALETTE.guide, strokeDasharray: "1 3" }),
    Plot.text([{ x, best }], {
      x: "x",
      y: "best",
      text: () => "best cubic",
      textAnchor: "start",
      dy: 9,
      fill: PALETTE.guide,
    }),
  ];
}
