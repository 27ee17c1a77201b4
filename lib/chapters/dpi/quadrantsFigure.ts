import * as Plot from "@observablehq/plot";
import { max } from "d3-array";
import { label } from "../../plotting/label.js";
import { PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import { checkFinite, checkNotEmpty } from "../../validate/checks.js";
import type { ProblemComparison } from "./distillationProblem.js";
import { countQuadrants } from "./randomDesigns.js";

/** What a mark needs: information and loss of the two students. */
export type QuadrantPoint = Pick<
  ProblemComparison,
  "student" | "distilled" | "studentLoss" | "distilledLoss"
>;

/** Of a comparison only what is drawn: how far apart optima are may be infinite. */
const drawn = ({ student, distilled, studentLoss, distilledLoss }: QuadrantPoint) => ({
  student,
  distilled,
  studentLoss,
  distilledLoss,
});

/**
 * Distilled minus label-trained student: change of information against change of loss, a mark a random design, and a
 * lettered diamond for each named example.
 *
 * @param results of randomDesigns, at least one
 * @param named examples to mark with the letters A, B, …
 * @throws RangeError if there are no results or a number is not finite
 */
export function quadrantsFigure(
  results: readonly QuadrantPoint[],
  named: readonly QuadrantPoint[] = [],
): Figure {
  checkNotEmpty("results", results);
  checkFinite("results", results.map(drawn));
  checkFinite("named", named.map(drawn));
  const at = (p: QuadrantPoint) => ({
    x: p.distilled - p.student,
    y: p.distilledLoss - p.studentLoss,
  });
  const points = results.map(at);
  const examples = named.map((p, i) => ({ ...at(p), letter: String.fromCharCode(65 + i) }));
  const all = [...points, ...examples];
  const wide = (max(all, ({ x }) => Math.abs(x)) as number) * 1.1 || 1;
  const high = (max(all, ({ y }) => Math.abs(y)) as number) * 1.3 || 1;
  const counts = countQuadrants(results);
  const corners = [
    { x: wide, y: -high, text: `more information, better: ${counts.moreBetter}` },
    { x: wide, y: high, text: `more information, worse: ${counts.moreWorse}` },
    { x: -wide, y: -high, text: `less information, better: ${counts.lessBetter}` },
    { x: -wide, y: high, text: `less information, worse: ${counts.lessWorse}` },
  ];
  return renderFigure(
    `Change of information against change of expected loss from the label-trained to the distilled student, ${results.length} ` +
      `designs. ${corners.map(({ text }) => text).join("; ")}; on an axis: ${counts.unchanged}. ` +
      (Object.values(counts).slice(0, 4).every(Boolean)
        ? "Each of the four quadrants is occupied."
        : "Not every quadrant is occupied."),
    {
      marginRight: 20,
      marginLeft: 64,
      x: { label: "I∞ − I₀, bits", domain: [-wide, wide] },
      y: { label: "loss∞ − loss₀, nats (below 0: distilling helps)", domain: [-high, high] },
      marks: [
        Plot.ruleX([0], { stroke: PALETTE.truth }),
        Plot.ruleY([0], { stroke: PALETTE.truth }),
        Plot.dot(points, {
          x: "x",
          y: "y",
          r: 3,
          stroke: PALETTE.distilled,
          strokeOpacity: 0.6,
        }),
        ...corners.map(({ x, y, text }) =>
          label(text, {
            x,
            y,
            textAnchor: x > 0 ? "end" : "start",
            dx: x > 0 ? -4 : 4,
            dy: y > 0 ? 10 : -10,
            fill: PALETTE.guide,
          }),
        ),
        Plot.dot(examples, {
          x: "x",
          y: "y",
          r: 7,
          symbol: "diamond",
          fill: PALETTE.student,
          stroke: "white",
        }),
        Plot.text(examples, {
          x: "x",
          y: "y",
          text: "letter",
          dx: 12,
          dy: -8,
          fontSize: 15,
          fontWeight: "bold",
          fill: PALETTE.student,
          stroke: "white",
          strokeWidth: 4,
        }),
      ],
    },
  );
}
