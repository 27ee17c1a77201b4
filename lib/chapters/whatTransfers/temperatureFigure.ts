import * as Plot from "@observablehq/plot";
import { list, positive, record, whole } from "../../plotting/checks.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { powerOfTen } from "../../plotting/logAxis.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { meanAndStandardError } from "../../statistics/estimate.js";
import { columnName, studyColumn } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkColumn, studyDesign } from "./studyChecks.js";
import type { TemperatureParameters } from "./temperatureTrial.js";

/**
 * How far the student at temperature tau is from the hack, in logits, on two logarithmic axes.
 *
 * @param result of the study of temperatures with these parameters, at least 2 trials
 * @throws RangeError or TypeError where a parameter is out of its range, the result has no such column or a mean is not
 * above 0
 */
export function temperatureFigure(result: StudyResult, parameters: TemperatureParameters): Figure {
  record({ design: studyDesign, n: whole(1), temperatures: list(positive) })(
    "parameters",
    parameters,
  );
  const { design, n, temperatures } = parameters;
  const gaps = temperatures.map((tau) => {
    const key = columnName("gap", tau);
    checkColumn(result, key);
    const gap = meanAndStandardError(studyColumn(result, key));
    positive(`mean of result["${key}"]`, gap.value);
    return gap;
  });
  const y = gaps.map((gap) => gap.value);
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
