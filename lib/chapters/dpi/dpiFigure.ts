import * as Plot from "@observablehq/plot";
import { max } from "d3-array";
import { label } from "../../plotting/label.js";
import { PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import { checkFinite, checkNotEmpty } from "../../validate/checks.js";
import type { DesignResult } from "./randomDesigns.js";

/** Two exact numbers of bits closer than this differ by rounding only. */
const ROUNDING = 1e-9;

/**
 * What the student lost: I(y; mu) - I(y; theta) against I(y; mu), a mark a random design.
 *
 * @param results of randomDesigns, at least one
 * @param student "distilled" (alpha = Infinity) or "mixed" (alpha = 1, which sees the labels too)
 * @throws RangeError if there are no results or a number is not finite
 */
export function dpiFigure(
  results: readonly Pick<DesignResult, "teacher" | "distilled" | "mixed">[],
  student: "distilled" | "mixed" = "distilled",
): Figure {
  checkNotEmpty("results", results);
  checkFinite(
    "results",
    results.map(({ teacher, [student]: own }) => ({ teacher, [student]: own })),
  );
  const points = results.map((result) => ({
    teacher: result.teacher,
    lost: result.teacher - result[student],
  }));
  const below = points.filter(({ lost }) => lost < -ROUNDING).length;
  const above = points.filter(({ lost }) => lost > ROUNDING).length;
  const at = points.length - above - below;
  const most = Math.max(0.5, max(points, ({ lost }) => Math.abs(lost)) as number) * 1.12;
  const alpha = student === "distilled" ? "∞" : "1";
  const notes = [
    { y: most, text: `above 0: ${above}, at 0: ${at}`, dy: 10, side: "left" as const },
    { y: -most, text: `below 0: ${below}`, dy: -10, side: "right" as const },
  ];
  return renderFigure(
    `Bits that the student at alpha ${alpha} lost, I(y; mu) - I(y; theta), against I(y; mu), for ${points.length} random ` +
      `designs: ${above} above 0, ${at} at 0, ${below} below 0.`,
    {
      marginRight: 24,
      marginLeft: 60,
      x: { label: "I(y; μ), bits", nice: true, zero: true },
      y: { label: `I(y; μ) − I(y; θ) at α = ${alpha}, bits`, domain: [-most, most], grid: true },
      marks: [
        Plot.ruleY([0], { stroke: PALETTE.truth, strokeWidth: 1.5 }),
        Plot.dot(points, {
          x: "teacher",
          y: "lost",
          r: 3.5,
          symbol: student === "distilled" ? "circle" : "times",
          stroke: PALETTE[student === "distilled" ? "distilled" : "student"],
          strokeOpacity: 0.75,
        }),
        ...notes.map((note) =>
          label(note.text, {
            y: note.y,
            dy: note.dy,
            dx: note.side === "left" ? 6 : -6,
            frameAnchor: note.side,
            fill: PALETTE.guide,
          }),
        ),
      ],
    },
  );
}
