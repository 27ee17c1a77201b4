import * as Plot from "@observablehq/plot";
import { list, record, whole } from "../../plotting/checks.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { CONTENDERS, type SofteningParameters } from "./softeningTrial.js";
import { studentRisk } from "./studentRisk.js";
import { studyDesign } from "./studyChecks.js";
import { lastValues, studyLine } from "./studyLines.js";

/**
 * Mean population log-loss of the five contenders against the number of training examples, on one design.
 *
 * @param result of the softening study with these parameters, at least 2 trials
 * @throws RangeError or TypeError where a parameter is out of its range or the result has no such column
 */
export function softeningFigure(
  result: StudyResult,
  parameters: Pick<SofteningParameters, "design" | "sizes">,
): Figure {
  record({ design: studyDesign, sizes: list(whole(1)) })("parameters", parameters);
  const { design, sizes } = parameters;
  const lines = CONTENDERS.map((name) => studyLine(result, name, sizes, { log: true }));
  const { best } = studentRisk(design);
  // The student on hard labels starts far above the others and would press them into one line.
  const others = lines.slice(1).flatMap((line) => Array.from(line.y));
  const top = Math.max(...others) * 1.25;
  return lineFigure(lines, {
    alt:
      `Mean test log-loss with bands of two standard errors against ${sizes[0]} to ${sizes[sizes.length - 1]} ` +
      `training examples, ${design.name} design, logarithmic scale; hard labels come in from above. At the last: ${lastValues(lines, 3)}. ` +
      `The best cubic has ${best.toFixed(3)}.`,
    xLabel: "number of training examples",
    yLabel: "test log-loss (nats)",
    yLog: true,
    yDomain: [best * 0.93, top],
    yTicks: lossTicks(best, top),
    xTicks: sizes,
    marginRight: 104,
    under: bestCubic(best, sizes[0]),
  });
}

/** Ticks of a logarithmic axis of losses. */
export function lossTicks(low: number, high: number): number[] {
  return [0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2, 3, 4].filter((tick) => tick > low && tick < high);
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
      dy: 8,
      fill: PALETTE.guide,
    }),
  ];
}
