import { max, min } from "d3-array";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkNotEmpty, checkValues } from "../../validate/checks.js";
import type { TemperatureGradient } from "./temperatureGradients.js";

/**
 * The length of the teacher's gradient against the temperature, with and without the factor τ².
 *
 * @param rows of temperatureGradients, at least one
 * @throws RangeError if there is no row or a number is not above 0
 */
export function temperatureGradientFigure(rows: readonly TemperatureGradient[]): Figure {
  checkNotEmpty("rows", rows as never);
  const [x, plain, rescaled] = (["temperature", "plain", "rescaled"] as const).map((key) => {
    const values = rows.map((row) => row[key]);
    checkValues(`rows.${key}`, values, 1e-12, 1e12);
    return values;
  });
  const powerOfTen = (value: number, round: (exponent: number) => number) =>
    10 ** round(Math.log10(value));
  const span = (lengths: number[]) =>
    `${lengths[0].toPrecision(2)} to ${lengths[lengths.length - 1].toPrecision(2)}`;
  return lineFigure(
    [
      { label: "with τ²", role: "distilled", x, y: rescaled, dots: true },
      { label: "without", role: "guide", x, y: plain, dots: true },
    ],
    {
      alt:
        `Mean length of the gradient of the teacher's term at temperatures ${x[0]} to ${x[x.length - 1]}, ` +
        `logarithmic axes: with the factor τ² from ${span(rescaled)}, without it from ${span(plain)}.`,
      xLabel: "temperature τ",
      yLabel: "length of the gradient in the logits",
      xLog: true,
      yLog: true,
      yDomain: [
        powerOfTen(min([...plain, ...rescaled]) as number, Math.floor),
        powerOfTen(max([...plain, ...rescaled]) as number, Math.ceil),
      ],
      xTicks: x,
    },
  );
}
