import * as Plot from "@observablehq/plot";
import { positive, record, whole } from "../../plotting/checks.js";
import { logAxisY } from "../../plotting/logAxis.js";
import { PALETTE, type Role } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import { meanAndStandardError } from "../../statistics/estimate.js";
import { studyColumn } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { bestCubic, lossTicks } from "./softeningFigure.js";
import { studentRisk } from "./studentRisk.js";
import { checkColumn, studyDesign } from "./studyChecks.js";
import { TARGET_NAMES, type TargetName, type TeacherParameters } from "./teacherTrial.js";

const NAMES: Record<TargetName, { label: string; role: Role }> = {
  hard: { label: "hard labels", role: "student" },
  smoother: { label: "kernel smoother", role: "guide" },
  harmonics: { label: "harmonics", role: "smoothed" },
  sine: { label: "sine", role: "teacher" },
  bayes: { label: "true η", role: "truth" },
};

/**
 * The student's mean population log-loss against the error of the targets it learnt from, a point a kind of targets.
 *
 * @param result of the study of teachers with these parameters, at least 2 trials
 * @throws RangeError or TypeError where a parameter is out of its range, the result lacks a column or a loss is so
 * uncertain that its bar reaches 0
 */
export function teacherFigure(result: StudyResult, parameters: TeacherParameters): Figure {
  record({ design: studyDesign, n: whole(1) })("parameters", parameters);
  const { design, n } = parameters;
  const points = TARGET_NAMES.map((name) => {
    for (const of of ["loss", "error"]) checkColumn(result, `${name}.${of}`);
    const { value: mean, standardError } = meanAndStandardError(
      studyColumn(result, `${name}.loss`),
    );
    const error = meanAndStandardError(studyColumn(result, `${name}.error`)).value;
    const bar = { low: mean - 2 * standardError, high: mean + 2 * standardError };
    positive(`low end of the bar of result["${name}.loss"]`, bar.low);
    return { ...NAMES[name], error, loss: mean, ...bar };
  });
  const { best } = studentRisk(design);
  const top = Math.max(...points.map(({ high }) => high)) * 1.05;
  const fill = (point: { role: Role }) => PALETTE[point.role];
  return renderFigure(
    `The student's mean test log-loss, with bars of two standard errors, against the mean squared error of its targets ` +
      `at n = ${n} on the ${design.name} design: ` +
      `${points.map(({ label, error, loss }) => `${label} ${error.toFixed(3)}, ${loss.toFixed(2)}`).join("; ")}.`,
    {
      marginRight: 40,
      x: {
        label: "mean squared error of the targets, E (target − η)²",
        labelAnchor: "center",
        labelArrow: "none",
        domain: [-0.01, 0.2],
      },
      y: { axis: null, type: "log", domain: [best * 0.93, top] },
      marks: [
        ...logAxisY(lossTicks(best, top), "student's test log-loss (nats)"),
        ...bestCubic(best, 0.1),
        Plot.ruleX(points, { x: "error", y1: "low", y2: "high", stroke: fill, strokeWidth: 2 }),
        Plot.dot(points, { x: "error", y: "loss", r: 5, fill }),
        ...points.map((point) =>
          Plot.text([point], {
            x: "error",
            y: "loss",
            text: "label",
            textAnchor: point.role === "truth" ? "middle" : "start",
            dx: point.role === "truth" ? 0 : 9,
            dy: point.role === "truth" ? -13 : 0,
            fontWeight: "bold",
            fill,
          }),
        ),
      ],
    },
  );
}
