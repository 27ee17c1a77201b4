import * as Plot from "@observablehq/plot";
import { meanError } from "../experiments/meanError.js";
import { column } from "../experiments/studyColumn.js";
import type { TemperatureParameters } from "../experiments/temperatureTrial.js";
import type { StudyResult } from "../experiments/trialLoop.js";
import { lineFigure } from "./lineFigure.js";
import { powerOfTen } from "./logAxis.js";
import { PALETTE } from "./palette.js";
import type { Figure } from "./render.js";

/** How far the student at temperature tau is from the hack, in logits, on two logarithmic axes. */
export function temperatureFigure(
  result: StudyResult,
  { design, n, temperatures }: TemperatureParameters,
): Figure {
  const gaps = temperatures.map((tau) => meanError(column(result, "gap", tau)));
  const y = gaps.map((gap) => gap.mean);
  const last = temperatures.length - 1;
  const slope = temperatures.map((tau) => ({
    tau,
    gap: y[last] * (temperatures[last] / tau) ** 2,
  }));
  return lineFigure(
    [
      {
        label: "soft at τ",
        role: "distilled",
        x: temperatures,
        y,
        halfWidth: gaps.map((gap) => 2 * gap.standardError),
        dots: true,
      },
    ],
    {
      alt:
        `Root mean square difference of logits between the student at temperature tau and the hack, n = ${n}, ` +
        `${design.name} design, both axes logarithmic: from ${y[0].toFixed(2)} at tau = ${temperatures[0]} to ` +
        `${y[last].toExponential(1)} at ${temperatures[last]}, along a line of slope -2.`,
      xLabel: "temperature τ",
      yLabel: "root mean square difference of logits from the hack",
      xLog: true,
      yLog: true,
      yDomain: [y[last] / 2, Math.max(...slope.map(({ gap }) => gap)) * 1.2],
      xTicks: temperatures,
      yTicks: [1e-5, 1e-4, 1e-3, 1e-2, 0.1],
      yTickFormat: powerOfTen,
      under: [
        Plot.line(slope, { x: "tau", y: "gap", stroke: PALETTE.guide, strokeDasharray: "1 3" }),
        Plot.text(slope.slice(1, 2), {
          x: "tau",
          y: "gap",
          text: () => "slope −2",
          textAnchor: "start",
          dx: 14,
          dy: -8,
          fill: PALETTE.guide,
        }),
      ],
    },
  );
}
