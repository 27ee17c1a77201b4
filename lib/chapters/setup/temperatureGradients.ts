import { mean } from "d3-array";
import { distillationGradient } from "../../losses/distillationTerm.js";
import { MAX_TEMPERATURE } from "../../losses/domains.js";
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
