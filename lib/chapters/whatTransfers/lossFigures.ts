import { teacherShare } from "../../losses/targets.js";
import { note } from "../../plotting/label.js";
import { type LineFigureOptions, lineFigure } from "../../plotting/lineFigure.js";
import { logTicks } from "../../plotting/logAxis.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import {
  type AlphaParameters,
  checkParameters,
  type Design,
  type SofteningParameters,
  type UnlabelledParameters,
} from "./designs.js";
import { studentRisk } from "./studentRisk.js";
import {
  type BandedLine,
  bestCubic,
  endsOf,
  highest,
  SOFTENING_STUDENTS,
  studyLine,
} from "./studyLines.js";

/** The losses' axis begins this far below the best cubic's, which no mean loss can pass. */
const BELOW_BEST = 0.93;

/** Mean test losses with the best cubic's as a guide; points above the axis are written at its upper end. */
function lossFigure(
  design: Design,
  lines: readonly BandedLine[],
  { top, seen, linear = false, ...options }: LossFigureOptions,
): Figure {
  const { best } = studentRisk(design);
  const domain = [linear ? best - 0.008 : best * BELOW_BEST, top] as const;
  const outside = lines.flatMap(({ label, role, x, y }) => {
    const points = y.flatMap((loss, i) => (loss > top ? [`${loss.toFixed(2)} at ${x[i]}`] : []));
    return points.length ? [{ role, label, points }] : [];
  });
  return lineFigure(lines, {
    ...options,
    alt:
      `Mean test log-loss with bands of two standard errors, ${design.name} design, ${linear ? "" : "logarithmic scale, "}${seen}: ` +
      `${endsOf(lines, 3)}. The best cubic has ${best.toFixed(3)}.` +
      outside
        .map(({ label, points }) => ` Above the axis: ${label} ${points.join(", ")}.`)
        .join(""),
    yLabel: "test log-loss (nats)",
    yLog: !linear,
    yDomain: domain,
    yFixed: true,
    ...(linear ? {} : { yTicks: logTicks(domain) }),
    under: [
      ...bestCubic(best, lines[0].x[0]),
      ...outside.map(({ role, label, points }, k) =>
        note(`↑ ${label}: ${points[0]}`, {
          frameAnchor: "top-right",
          dy: 4 + 16 * k,
          dx: -4,
          fill: PALETTE[role],
        }),
      ),
    ],
  });
}

interface LossFigureOptions extends Omit<LineFigureOptions, "alt" | "yLabel" | "yFixed"> {
  /** Upper end of the axis. */
  top: number;
  /** From where to where the lines run, in words. */
  seen: string;
  /** A linear axis, for losses that lie close together. Default false. */
  linear?: boolean;
}

/**
 * Mean population log-loss of the five students of the control against the number of training examples, on one design.
 * The axis ends above the highest of the softened students: hard labels may start far above them all.
 *
 * @param result of the softening study with these parameters, at least 2 trials
 * @throws RangeError if design is not valid or the result has no such column
 */
export function softeningFigure(
  result: StudyResult,
  parameters: Pick<SofteningParameters, "design" | "sizes">,
): Figure {
  checkParameters(parameters);
  const { design, sizes } = parameters;
  const lines = SOFTENING_STUDENTS.map((name) => studyLine(result, name, sizes));
  return lossFigure(design, lines, {
    top: 1.1 * highest(lines.filter(({ role }) => role !== "student")),
    seen: `from ${sizes[0]} to ${sizes[sizes.length - 1]} training examples`,
    xLabel: "number of training examples",
    xTicks: sizes,
    marginRight: 124,
  });
}

/**
 * Mean population log-loss against the teacher's share alpha / (1 + alpha) of the label, with and without shuffling.
 *
 * @param result of the study of alpha with these parameters, at least 2 trials
 * @throws RangeError if design is not valid or the result has no such column
 */
export function alphaFigure(result: StudyResult, parameters: AlphaParameters): Figure {
  checkParameters(parameters);
  const { design, n, alphas } = parameters;
  const x = alphas.map(teacherShare);
  const written = alphas.map((alpha) => (alpha === Infinity ? "∞" : `${alpha}`));
  const lines = (["distilled", "shuffled"] as const).map((name) =>
    studyLine(result, name, alphas, { x }),
  );
  return lossFigure(design, lines, {
    top: 1.03 * highest(lines),
    seen: `n = ${n}, from α = ${written[0]} to ${written[written.length - 1]}`,
    xLabel: "α, spaced by the teacher's share α / (1 + α) of the label",
    xTicks: x,
    xTickFormat: (share) => written[x.indexOf(share)],
  });
}

/**
 * The distilled student's mean population log-loss against the number of inputs that the teacher labels for it.
 *
 * @param result of the study of unlabelled inputs with these parameters, at least 2 trials
 * @throws RangeError if design is not valid or the result has no such column
 */
export function unlabelledFigure(result: StudyResult, parameters: UnlabelledParameters): Figure {
  checkParameters(parameters);
  const { design, n, extra } = parameters;
  const x = extra.map((m) => n + m);
  const line = studyLine(result, "distilled", extra, { x });
  return lossFigure(design, [line], {
    top: 0.008 + highest([line]),
    linear: true,
    seen: `from ${x[0]} to ${x[x.length - 1]} inputs that the teacher labels`,
    xLabel: `inputs labelled by the teacher (the first ${n} trained it)`,
    xLog: true,
    xTicks: x,
  });
}
