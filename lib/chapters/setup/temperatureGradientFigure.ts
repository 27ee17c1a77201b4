import { max, mean, min } from "d3-array";
import { distillationGradient } from "../../losses/distillationTerm.js";
import { MAX_TEMPERATURE } from "../../losses/domains.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkLength, checkNotEmpty, checkValues } from "../../validate/checks.js";

/** Mean Euclidean lengths of the gradient in the student's logits, over examples. */
export type TemperatureGradient = {
  temperature: number;
  /** Of H(softmax(t / τ), softmax(z / τ)). */
  plain: number;
  /** Of τ² times that. */
  rescaled: number;
};

/**
 * How long the gradient of the teacher's term is at each temperature, with and without the factor τ².
 *
 * @param teacherLogits n rows of d logits
 * @param logits the student's, of the same shape
 * @param temperatures at least one
 * @throws RangeError if shapes differ, a logit is not finite or a temperature is not above 0
 * @example temperatureGradients([[Math.log(3), 0]], [[0, 0]], [1])[0].plain // 0.3535533905932737
 */
export function temperatureGradients(
  teacherLogits: readonly ArrayLike<number>[],
  logits: readonly ArrayLike<number>[],
  temperatures: readonly number[],
): TemperatureGradient[] {
  checkNotEmpty("teacherLogits", teacherLogits as never);
  checkLength("logits", logits as never, teacherLogits.length, "teacherLogits");
  checkNotEmpty("temperatures", temperatures);
  checkValues("temperatures", temperatures, Number.MIN_VALUE, MAX_TEMPERATURE);
  const meanLength = (temperature: number, rescale: boolean) =>
    mean(teacherLogits, (row, i) =>
      Math.hypot(...distillationGradient(row, logits[i], { temperature, rescale })),
    ) as number;
  return temperatures.map((temperature) => ({
    temperature,
    plain: meanLength(temperature, false),
    rescaled: meanLength(temperature, true),
  }));
}

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
