import { each, list, positive, record } from "../../plotting/checks.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import type { TemperatureGradient } from "./temperatureGradients.js";

/**
 * The length of the teacher's gradient against the temperature, with and without the factor τ².
 *
 * @param rows of temperatureGradients, at least one
 * @throws RangeError or TypeError where there is none or a number is not above 0
 */
export function temperatureGradientFigure(rows: readonly TemperatureGradient[]): Figure {
  list(record(each(["temperature", "plain", "rescaled"], positive)))("rows", rows);
  const x = rows.map(({ temperature }) => temperature);
  const last = rows[rows.length - 1];
  const span = (key: "plain" | "rescaled") =>
    `${rows[0][key].toPrecision(2)} to ${last[key].toPrecision(2)}`;
  return lineFigure(
    [
      { label: "with τ²", role: "distilled", x, y: rows.map((row) => row.rescaled), dots: true },
      { label: "without", role: "guide", x, y: rows.map((row) => row.plain), dots: true },
    ],
    {
      alt:
        `Mean length of the gradient of the teacher's term at temperatures ${x[0]} to ${last.temperature}, ` +
        `logarithmic axes: with the factor τ² from ${span("rescaled")}, without it from ${span("plain")}.`,
      xLabel: "temperature τ",
      yLabel: "length of the gradient in the logits",
      xLog: true,
      yLog: true,
      yDomain: [10 ** Math.floor(Math.log10(Math.min(...rows.map((row) => row.plain)))), 1],
      xTicks: x,
    },
  );
}
