import { list, record, whole } from "../../plotting/checks.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { bestCubic } from "./softeningFigure.js";
import { studentRisk } from "./studentRisk.js";
import { studyDesign } from "./studyChecks.js";
import { studyLine } from "./studyLines.js";
import type { UnlabelledParameters } from "./unlabelledTrial.js";

/**
 * The distilled student's mean population log-loss against the number of inputs that the teacher labels for it.
 *
 * @param result of the study of unlabelled inputs with these parameters, at least 2 trials
 * @throws RangeError or TypeError where a parameter is out of its range or the result has no such column
 */
export function unlabelledFigure(result: StudyResult, parameters: UnlabelledParameters): Figure {
  record({ design: studyDesign, n: whole(1), extra: list(whole()) })("parameters", parameters);
  const { design, n, extra } = parameters;
  const inputs = extra.map((m) => n + m);
  const line = studyLine(result, "soft", extra, { x: inputs });
  const { best } = studentRisk(design);
  return lineFigure([line], {
    alt:
      `Mean test log-loss of the distilled student on the ${design.name} design against the number of inputs its teacher ` +
      `labels, ${n} of them with labels of their own: ` +
      `${inputs.map((m, i) => `${(line.y[i] as number).toFixed(3)} with ${m}`).join(", ")}. ` +
      `The best cubic has ${best.toFixed(3)}.`,
    xLabel: `inputs labelled by the teacher (the first ${n} trained it)`,
    yLabel: "test log-loss (nats)",
    xLog: true,
    xTicks: inputs,
    yDomain: [best - 0.008, Math.max(...Array.from(line.y)) + 0.02],
    under: bestCubic(best, inputs[0]),
  });
}
