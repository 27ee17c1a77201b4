import * as Plot from "@observablehq/plot";
import { note } from "../../plotting/label.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { decadeTicks, powerOfTen } from "../../plotting/logAxis.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { columnMean } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkParameters, type TemperatureParameters } from "./designs.js";

/**
 * How far the student at temperature tau is from the post's hack, in logits, on two logarithmic axes.
 *
 * @param result of the study of temperatures with these parameters, at least 2 trials
 * @throws RangeError if the result has no such column or a mean is not above 0
 */
export function temperatureFigure(result: StudyResult, parameters: TemperatureParameters): Figure {
  checkParameters(parameters);
  const { design, n, temperatures } = parameters;
  const gaps = temperatures.map((tau) => columnMean(result, "gap", tau));
  const y = gaps.map(({ value }) => value);
  const last = temperatures.length - 1;
  const guide = temperatures.map((tau) => ({
    tau,
    gap: y[last] * (temperatures[last] / tau) ** 2,
  }));
  const domain = [Math.min(...y) / 2, 1.2 * Math.max(...y, guide[0].gap)] as const;
  const slope =
    Math.log(y[last] / y[last - 1]) / Math.log(temperatures[last] / temperatures[last - 1]);
  return lineFigure(
    [
      {
        label: "distilled at τ",
        role: "distilled",
        x: temperatures,
        y,
        halfWidth: gaps.map(({ standardError }) => 2 * standardError),
        dots: true,
      },
    ],
    {
      alt:
        `Root mean square difference of logits between the student at temperature τ and the post's hack, n = ${n}, ` +
        `${design.name} design, both axes logarithmic: from ${y[0].toFixed(2)} at τ = ${temperatures[0]} to ` +
        `${y[last].toExponential(1)} at ${temperatures[last]}.` +
        (last > 0
          ? ` Between the last two the slope is ${slope.toFixed(2)}; a dotted line has slope −2.`
          : ""),
      xLabel: "temperature τ",
      yLabel: "root mean square difference of logits from the hack",
      xLog: true,
      yLog: true,
      yDomain: domain,
      xTicks: temperatures,
      yTicks: decadeTicks(domain),
      yTickFormat: powerOfTen,
      marginRight: 112,
      under: [
        Plot.line(guide, { x: "tau", y: "gap", stroke: PALETTE.guide, strokeDasharray: "1 3" }),
        ...guide.slice(1, 2).map(({ tau, gap }) =>
          note("slope −2", {
            x: tau,
            y: gap,
            textAnchor: "start",
            dx: 14,
            dy: -8,
            fill: PALETTE.guide,
          }),
        ),
      ],
    },
  );
}
