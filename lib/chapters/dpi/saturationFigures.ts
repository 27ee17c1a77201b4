import { level } from "../../plotting/label.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkFinite, checkNotEmpty, checkValues } from "../../validate/checks.js";
import type { ProblemComparison } from "./distillationProblem.js";
import type { ResolutionCurve } from "./saturation.js";

type Bits = Pick<ProblemComparison, "labelEntropy" | "teacher" | "student" | "distilled">;

/**
 * The exact information of teacher, label-trained and distilled student against how many inputs have left the lattice.
 *
 * @param results of saturationByInput: for 0, 1, 2, … moved inputs
 * @throws RangeError if there is no result or a number is not finite
 */
export function saturationByInputFigure(results: readonly Bits[]): Figure {
  checkNotEmpty("results", results);
  checkFinite(
    "results",
    results.map(({ labelEntropy, teacher, student, distilled }) => ({
      labelEntropy,
      teacher,
      student,
      distilled,
    })),
  );
  const moved = results.map((_, i) => i);
  const { labelEntropy } = results[0];
  const line = (
    label: string,
    role: Line["role"],
    key: "teacher" | "student" | "distilled",
  ): Line => ({
    label,
    role,
    x: moved,
    y: results.map((result) => result[key]),
    dots: true,
  });
  const ends = (key: "teacher" | "student" | "distilled") =>
    `${results[0][key].toFixed(2)} to ${results[results.length - 1][key].toFixed(2)}`;
  return lineFigure(
    [
      line("teacher", "teacher", "teacher"),
      line("student, α = 0", "student", "student"),
      line("student, α = ∞", "distilled", "distilled"),
    ],
    {
      alt:
        `Bits about the labels against the number of inputs moved off a lattice. Teacher ${ends("teacher")}, student on ` +
        `labels ${ends("student")}, distilled student ${ends("distilled")}; the ceiling is H(y) = ${labelEntropy.toFixed(2)}.`,
      xLabel: "inputs moved off the lattice",
      yLabel: "information about the labels (bits)",
      xTicks: moved,
      marginRight: 128,
      under: level(labelEntropy, `H(y) = ${labelEntropy.toFixed(3)} bits`, "truth", {
        x: 0,
        dy: 12,
        textAnchor: "start",
      }),
    },
  );
}

/**
 * Information in the label-trained student's parameters, exact and rounded, against the jitter of the inputs; bands are
 * two standard errors.
 *
 * @param curves of saturationByJitter with jitters above 0 in rising order
 * @param labelEntropy H(y), bits
 * @throws RangeError if there is no curve, one has no point or a number is out of its range
 */
export function saturationByJitterFigure(
  curves: readonly ResolutionCurve[],
  labelEntropy: number,
): Figure {
  checkNotEmpty("curves", curves);
  checkFinite("curves", curves);
  checkFinite("labelEntropy", labelEntropy);
  for (const [c, { points }] of curves.entries()) {
    checkNotEmpty(`curves[${c}].points`, points);
    checkValues(
      `curves[${c}].points.jitter`,
      points.map(({ jitter }) => jitter),
      1e-12,
    );
    checkValues(
      `curves[${c}].points.standardError`,
      points.map((p) => p.standardError),
      0,
    );
  }
  const name = ({ resolution }: ResolutionCurve) =>
    resolution === 0 ? "exact" : `to ${resolution}`;
  const described = curves.map((curve) => {
    const last = curve.points[curve.points.length - 1];
    return `${name(curve)} ${curve.points[0].value.toFixed(2)} to ${last.value.toFixed(2)}`;
  });
  return lineFigure(
    curves.map((curve) => ({
      label: name(curve),
      role: curve.resolution === 0 ? "truth" : "student",
      x: curve.points.map(({ jitter }) => jitter),
      y: curve.points.map(({ value }) => value),
      halfWidth: curve.points.map(({ standardError }) => 2 * standardError),
      dots: true,
    })),
    {
      alt:
        `Bits in the student's parameters, rounded or not, against the jitter of the inputs: ${described.join("; ")}. ` +
        `The ceiling is H(y) = ${labelEntropy.toFixed(2)}.`,
      xLabel: "standard deviation of the jitter",
      yLabel: "I(y; rounded θ) (bits)",
      xLog: true,
      marginRight: 84,
      xTicks: curves[0].points.map(({ jitter }) => jitter),
    },
  );
}
