import * as Plot from "@observablehq/plot";
import { max } from "d3-array";
import { logAxisY, logTicks } from "../../plotting/logAxis.js";
import { PALETTE, type Role } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import { columnMean } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkNumber } from "../../validate/checks.js";
import { checkParameters, type TeacherParameters } from "./designs.js";
import { studentRisk } from "./studentRisk.js";
import { bestCubic } from "./studyLines.js";
import { TARGETS } from "./trials.js";

/** How the kinds of targets are called and drawn. */
export const TARGET_LABELS: Record<(typeof TARGETS)[number], { label: string; role: Role }> = {
  onLabels: { label: "hard labels", role: "student" },
  smoother: { label: "kernel smoother", role: "guide" },
  harmonics: { label: "harmonics", role: "smoothed" },
  sine: { label: "sine", role: "teacher" },
  bayes: { label: "true η", role: "truth" },
};

/**
 * The student's mean population log-loss against the error of the targets it learnt from, a point a kind of targets.
 *
 * @param result of the study of teachers with these parameters, at least 2 trials
 * @throws RangeError if design is not valid, the result lacks a column or a loss is so uncertain that its bar
 * reaches 0
 */
export function teacherFigure(result: StudyResult, parameters: TeacherParameters): Figure {
  checkParameters(parameters);
  const { design, n } = parameters;
  const points = TARGETS.map((name) => {
    const error = columnMean(result, `${name}.error`).value;
    const { value: loss, standardError } = columnMean(result, `${name}.loss`);
    const [low, high] = [loss - 2 * standardError, loss + 2 * standardError];
    checkNumber(`low end of the bar of result["${name}.loss"]`, low, Number.MIN_VALUE);
    return { ...TARGET_LABELS[name], error, loss, low, high };
  });
  const { best } = studentRisk(design);
  const domain = [0.93 * best, 1.05 * (max(points, ({ high }) => high) as number)] as const;
  const right = max(points, ({ error }) => error) as number;
  const fill = (point: { role: Role }) => PALETTE[point.role];
  return renderFigure(
    `The student's mean test log-loss, with bars of two standard errors, against the mean squared error of its targets ` +
      `at n = ${n} on the ${design.name} design: ` +
      `${points.map(({ label, error, loss }) => `${label} ${error.toFixed(3)}, ${loss.toFixed(2)}`).join("; ")}. ` +
      `The best cubic has ${best.toFixed(3)}.`,
    {
      marginRight: 40,
      x: {
        label: "mean squared error of the targets, E (target − η)²",
        domain: [-0.06 * right, 1.2 * right],
      },
      y: { axis: null, type: "log", domain: [...domain] },
      marks: [
        ...logAxisY(logTicks(domain), "student's test log-loss (nats)"),
        ...bestCubic(best, right / 2),
        Plot.ruleX(points, { x: "error", y1: "low", y2: "high", stroke: fill, strokeWidth: 2 }),
        Plot.dot(points, { x: "error", y: "loss", r: 5, fill }),
        ...points.map((point) =>
          Plot.text([point], {
            x: "error",
            y: "loss",
            text: "label",
            ...(point.role === "truth"
              ? { textAnchor: "middle", dy: -13 }
              : { textAnchor: "start", dx: 9 }),
            fontWeight: "bold",
            fill,
          }),
        ),
      ],
    },
  );
}
