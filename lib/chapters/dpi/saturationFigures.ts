import * as Plot from "@observablehq/plot";
import { each, list, number, positive, record } from "../../plotting/checks.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import type { ProblemComparison } from "./distillationProblem.js";
import type { ResolutionCurve } from "./saturation.js";

type Bits = Pick<ProblemComparison, "labelEntropy" | "teacher" | "hard" | "distilled">;

/**
 * The exact information of teacher, label-trained and distilled student against how many inputs have left the lattice.
 *
 * @param results of saturationByInput: for 0, 1, 2, … moved inputs, two at least
 * @throws RangeError or TypeError where there are fewer or a number is not finite
 */
export function saturationByInputFigure(results: readonly Bits[]): Figure {
  const bits = record(each(["labelEntropy", "teacher", "hard", "distilled"], number()));
  list(bits, { least: 2 })("results", results);
  const moved = results.map((_, i) => i);
  const { labelEntropy } = results[0];
  const line = (
    label: string,
    role: Line["role"],
    key: "teacher" | "hard" | "distilled",
  ): Line => ({
    label,
    role,
    x: moved,
    y: results.map((result) => result[key]),
    dots: true,
  });
  const ends = (key: "teacher" | "hard" | "distilled") =>
    `${results[0][key].toFixed(2)} to ${results[results.length - 1][key].toFixed(2)}`;
  return lineFigure(
    [
      line("teacher", "teacher", "teacher"),
      line("student, α = 0", "student", "hard"),
      line("student, α = ∞", "distilled", "distilled"),
    ],
    {
      alt:
        `Bits about the labels against the number of inputs moved off a lattice. Teacher ${ends("teacher")}, student on ` +
        `labels ${ends("hard")}, distilled student ${ends("distilled")}; the ceiling is H(y) = ${labelEntropy.toFixed(2)}.`,
      xLabel: "inputs moved off the lattice",
      yLabel: "information about the labels (bits)",
      xTicks: moved,
      marginRight: 128,
      under: ceiling(labelEntropy, 0),
    },
  );
}

/**
 * Information in the label-trained student's parameters, exact and rounded, against the jitter of the inputs; bands are
 * two standard errors.
 *
 * @param curves of saturationByJitter with jitters above 0 in rising order
 * @param labelEntropy H(y), bits
 * @throws RangeError or TypeError where there is no curve, one has no point or a number is out of its range
 */
export function saturationByJitterFigure(
  curves: readonly ResolutionCurve[],
  labelEntropy: number,
): Figure {
  const point = record({ jitter: positive, mean: number(), standardError: number(0) });
  list(record({ resolution: number(0), points: list(point) }))("curves", curves);
  number()("labelEntropy", labelEntropy);
  const name = ({ resolution }: ResolutionCurve) =>
    resolution === 0 ? "exact" : `to ${resolution}`;
  const described = curves.map((curve) => {
    const last = curve.points[curve.points.length - 1];
    return `${name(curve)} ${curve.points[0].mean.toFixed(2)} to ${last.mean.toFixed(2)}`;
  });
  return lineFigure(
    curves.map((curve) => ({
      label: name(curve),
      role: curve.resolution === 0 ? "truth" : "student",
      x: curve.points.map(({ jitter }) => jitter),
      y: curve.points.map(({ mean }) => mean),
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

const ceiling = (labelEntropy: number, x: number) => [
  Plot.ruleY([labelEntropy], { stroke: PALETTE.truth, strokeDasharray: "2 3" }),
  Plot.text([`H(y) = ${labelEntropy.toFixed(3)} bits`], {
    x,
    y: labelEntropy,
    dy: 12,
    textAnchor: "start",
    fontWeight: "bold",
    fill: PALETTE.truth,
  }),
];
