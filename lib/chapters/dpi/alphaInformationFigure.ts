import * as Plot from "@observablehq/plot";
import { max } from "d3-array";
import { label } from "../../plotting/label.js";
import { PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import { checkFinite, checkIncreasing, checkInteger, checkNumber } from "../../validate/checks.js";
import type { AlphaInformation } from "./informationByAlpha.js";

/**
 * Information in the student's parameters against alpha, exact and rounded, beside the teacher's; alpha = Infinity stands
 * apart at the right.
 *
 * @param result of informationByAlpha; alphas in increasing order, the last one Infinity
 * @param resolution what the rounded parameters are multiples of
 * @throws RangeError if there are fewer than two rows, they are not in that order, or a number is not finite
 */
export function alphaInformationFigure(
  result: { teacher: number; labelEntropy: number; rows: readonly AlphaInformation[] },
  resolution: number,
): Figure {
  const { teacher, labelEntropy, rows } = result;
  const alphas = rows.map(({ alpha }) => alpha);
  checkInteger("the number of result.rows", rows.length, 2);
  checkNumber("result.rows[0].alpha", alphas[0], 0);
  checkIncreasing("result.rows.alpha", alphas);
  checkNumber("the last alpha of result.rows", alphas[alphas.length - 1], Infinity, Infinity);
  checkFinite("result", { ...result, rows: rows.map(({ alpha, ...bits }) => bits) });
  checkNumber("result.labelEntropy", labelEntropy, 1e-12);
  checkNumber("resolution", resolution, 1e-12);
  const nameOf = (alpha: number) => (alpha === Infinity ? "∞" : `${alpha}`);
  const points = rows.map((row) => ({ ...row, name: nameOf(row.alpha) }));
  const finite = points.filter(({ alpha }) => alpha < Infinity);
  const last = points[points.length - 1];
  const late = finite[Math.max(0, finite.length - 2)];
  const top = max([labelEntropy, teacher, ...rows.flatMap((r) => [r.information, r.rounded])]);
  const start = { textAnchor: "start" } as const;
  return renderFigure(
    `Bits about the labels in the student's parameters against alpha. Exact: ${finite[0].information.toFixed(2)} at alpha ` +
      `${finite[0].name}, ${finite[finite.length - 1].information.toFixed(2)} at ${finite[finite.length - 1].name}, and ` +
      `${last.information.toFixed(2)} at infinity, where the teacher's are ${teacher.toFixed(2)}. Rounded to multiples of ` +
      `${resolution}: ${finite[0].rounded.toFixed(2)} at alpha ${finite[0].name}, ` +
      `${finite[finite.length - 1].rounded.toFixed(2)} at ${finite[finite.length - 1].name}, ${last.rounded.toFixed(2)} at infinity.`,
    {
      marginRight: 24,
      x: {
        type: "point",
        domain: points.map(({ name }) => name),
        label: "α, weight of the teacher's term",
      },
      y: { label: "I(y; θ), bits", grid: true, domain: [0, (top as number) * 1.15] },
      marks: [
        Plot.ruleY([teacher], { stroke: PALETTE.teacher, strokeWidth: 2, strokeDasharray: "4 3" }),
        label(`teacher, I(y; μ) = ${teacher.toFixed(3)}`, {
          ...start,
          frameAnchor: "left",
          y: teacher,
          dx: 8,
          dy: 14,
          fill: PALETTE.teacher,
        }),
        Plot.lineY(finite, {
          x: "name",
          y: "information",
          stroke: PALETTE.student,
          strokeWidth: 2.2,
        }),
        Plot.dot(finite, { x: "name", y: "information", fill: PALETTE.student, r: 4 }),
        label("exact parameters, every finite α", {
          ...start,
          x: finite[0].name,
          y: finite[0].information,
          dy: -14,
          fill: PALETTE.student,
        }),
        Plot.lineY(points, {
          x: "name",
          y: "rounded",
          stroke: PALETTE.smoothed,
          strokeWidth: 2,
          strokeDasharray: "4 2",
        }),
        Plot.dot(finite, {
          x: "name",
          y: "rounded",
          stroke: PALETTE.smoothed,
          symbol: "square",
          r: 4,
        }),
        label(`rounded to ${resolution}`, {
          ...start,
          x: late.name,
          y: late.rounded,
          dy: -14,
          dx: 10,
          fill: PALETTE.smoothed,
        }),
        Plot.dot([last], {
          x: "name",
          y: "information",
          fill: PALETTE.distilled,
          r: 6,
          symbol: "diamond",
        }),
        label("α = ∞", {
          textAnchor: "end",
          x: last.name,
          y: last.information,
          dy: 20,
          dx: 6,
          fill: PALETTE.distilled,
        }),
      ],
    },
  );
}
