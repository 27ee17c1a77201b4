import { checkAlphas, record, whole } from "../../plotting/checks.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import type { AlphaParameters } from "./alphaSweepTrial.js";
import { bestCubic, lossTicks } from "./softeningFigure.js";
import { studentRisk } from "./studentRisk.js";
import { studyDesign } from "./studyChecks.js";
import { lastValues, studyLine } from "./studyLines.js";

/**
 * Mean population log-loss against the teacher's share alpha / (1 + alpha) of the label, with and without shuffling.
 *
 * @param result of the study of alpha with these parameters, at least 2 trials
 * @param parameters with rising alphas, the last one Infinity
 * @throws RangeError or TypeError where a parameter is out of its range or the result has no such column
 */
export function alphaFigure(result: StudyResult, parameters: AlphaParameters): Figure {
  record({ design: studyDesign, n: whole(1) })("parameters", parameters);
  checkAlphas("parameters.alphas", parameters.alphas);
  const { design, n, alphas } = parameters;
  const x = alphas.map((alpha) => (alpha === Infinity ? 1 : alpha / (1 + alpha)));
  const lines = (["soft", "shuffled"] as const).map((name) =>
    studyLine(result, name, alphas, { x, log: true }),
  );
  const { best } = studentRisk(design);
  const highs = lines.flatMap(({ y, halfWidth }) =>
    Array.from(y, (v, i) => v + (halfWidth as ArrayLike<number>)[i]),
  );
  const top = Math.max(...highs) * 1.03;
  return lineFigure(lines, {
    alt:
      `Mean test log-loss at n = ${n} on the ${design.name} design against alpha from ${alphas[0]} to infinity, ` +
      `logarithmic scale. Both lines start at ${(lines[0].y[0] as number).toFixed(2)}; at the end ` +
      `${lastValues(lines, 3)}. The best cubic has ${best.toFixed(3)}.`,
    xLabel: "α, spaced by the teacher's share α / (1 + α) of the label",
    yLabel: "test log-loss (nats)",
    yLog: true,
    yDomain: [best * 0.93, top],
    yTicks: lossTicks(best, top),
    xTicks: x,
    xTickFormat: (share) => {
      const alpha = alphas[x.indexOf(share)];
      return alpha === Infinity ? "∞" : `${alpha}`;
    },
    under: bestCubic(best, x[0]),
  });
}
