import * as Plot from "@observablehq/plot";
import { range } from "d3-array";
import { type LabelOptions, note } from "../../plotting/label.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { checkFinite, checkNotEmpty, checkNumber } from "../../validate/checks.js";
import { noiseThreshold, smallestPossibleRatio } from "./noiseFloor.js";
import type { LabelNoiseRatios } from "./randomProblems.js";

/** The x-axis ends here. */
const MOST = 0.2;
const FLOORS = Float64Array.from(range(0, MOST + 1e-4, 0.002));

/**
 * The smallest ratio of the post's inequality that label noise allows, against the noise floor; with ratios of
 * two-input problems built to reach it, and the least ratios that a random search found.
 *
 * @param ratios of ratiosByLabelNoise, at least one floor, up to 0.2
 * @throws RangeError if there is no ratio, a floor is larger or a number is not finite
 */
export function noiseFloorFigure(ratios: readonly LabelNoiseRatios[]): Figure {
  checkNotEmpty("ratios", ratios);
  checkFinite("ratios", ratios);
  for (const [k, { noiseFloor }] of ratios.entries())
    checkNumber(`ratios[${k}].noiseFloor`, noiseFloor, 0, MOST);
  const threshold = noiseThreshold();
  const at = (x: number, y: number, text: string, options: LabelOptions = {}) =>
    note(text, { x, y, fill: PALETTE.guide, textAnchor: "start", dx: 6, ...options });
  const dots = (y: "built" | "found", options: Plot.DotOptions) =>
    Plot.dot(ratios, { x: "noiseFloor", y, r: 4.5, ...options });
  const [first] = ratios;
  const last = ratios[ratios.length - 1];
  const searched = ratios.map(
    ({ noiseFloor, built, found }) =>
      `${built.toFixed(2)} and ${found.toFixed(2)} at ${noiseFloor}`,
  );
  return lineFigure(
    [
      {
        label: "smallest\npossible",
        role: "truth",
        x: FLOORS,
        y: FLOORS.map(smallestPossibleRatio),
      },
    ],
    {
      alt:
        "The smallest possible ratio of the two sides against the noise floor of the labels rises from 0.5 through 1 at " +
        `${threshold.toFixed(3)} to ${smallestPossibleRatio(0.1).toFixed(3)} at the post's 0.1. Built problems and the best ` +
        `of a random search: ${searched.join(", ")}.`,
      xLabel: "noise floor δ: every η(x) lies in [δ, 1 - δ]",
      yLabel: "variance on hard labels / variance of the post's formula",
      yDomain: [0, Math.max(2.6, ...ratios.flatMap(({ built, found }) => [built, found]))],
      under: [
        Plot.rectY([{ low: 0, high: 1 }], {
          y1: "low",
          y2: "high",
          fill: PALETTE.shuffled,
          fillOpacity: 0.08,
        }),
        Plot.ruleY([1], { stroke: PALETTE.guide, strokeDasharray: "4 3" }),
        Plot.ruleX([threshold, 0.1], { stroke: PALETTE.guide, strokeDasharray: "1 3" }),
        at(0.1, 0.3, "the post's data"),
        at(threshold, 0.3, `δ = ${threshold.toFixed(3)}`, { textAnchor: "end", dx: -6 }),
        at(0.1, 0.8, "below 1 the inequality fails"),
        dots("built", { fill: PALETTE.shuffled }),
        dots("found", { stroke: PALETTE.guide, symbol: "square", fill: "white" }),
        at(first.noiseFloor, first.built, "built", {
          fill: PALETTE.shuffled,
          dy: 14,
          fontWeight: "bold",
        }),
        at(last.noiseFloor, last.found, "random search", {
          textAnchor: "end",
          dx: -10,
          fontWeight: "bold",
        }),
      ],
    },
  );
}
