import { checkLength, checkValues } from "../validate/checks.js";
import { crossEntropyGradient, crossEntropyOfLogits } from "./crossEntropy.js";
import { checkTemperature, MAX_TEMPERATURE } from "./domains.js";
import { softmax, type TemperatureOptions } from "./softmax.js";

export interface DistillationOptions extends TemperatureOptions {
  /** Multiplies by τ², which keeps the gradient's size when τ grows. Default true. */
  rescale?: boolean;
}

/**
 * The teacher's term at temperature τ, τ² H(softmax(t / τ), softmax(z / τ)), in nats.
 *
 * @param teacherLogits t, d finite numbers
 * @param logits z, the student's, as many
 * @param options.temperature τ, the same for both, above 0; at most 1e150 where it is rescaled. Default 1
 * @throws RangeError if an argument is out of its domain or the lengths differ
 * @see Hinton, Vinyals & Dean 2015, arXiv:1503.02531, section 2
 * @example distillationTerm([0, 0], [0, 0], { temperature: 2 }) // 2.772588722239781
 */
export function distillationTerm(
  teacherLogits: ArrayLike<number>,
  logits: ArrayLike<number>,
  { temperature = 1, rescale = true }: DistillationOptions = {},
): number {
  checkValues("teacherLogits", teacherLogits);
  if (rescale) checkTemperature(temperature, MAX_TEMPERATURE);
  const target = softmax(teacherLogits, { temperature });
  const loss = crossEntropyOfLogits(target, logits, { temperature });
  return rescale ? temperature ** 2 * loss : loss;
}

/**
 * The gradient of {@link distillationTerm} in the student's logits: τ (softmax(z / τ) - softmax(t / τ)). As τ grows it
 * tends to the difference of the centred logits over d, so that matching it is least squares on logits.
 *
 * @returns d numbers that sum to 0
 * @throws as distillationTerm; RangeError if the temperature is so small that the gradient overflows
 * @see Hinton, Vinyals & Dean 2015, arXiv:1503.02531, equations 2 to 4
 * @example distillationGradient([Math.log(3), 0], [0, 0]) // Float64Array [ -0.2499999999999999, 0.25 ]
 */
export function distillationGradient(
  teacherLogits: ArrayLike<number>,
  logits: ArrayLike<number>,
  { temperature = 1, rescale = true }: DistillationOptions = {},
): Float64Array {
  checkValues("teacherLogits", teacherLogits);
  checkLength("logits", logits, teacherLogits.length, "teacherLogits");
  if (rescale) checkTemperature(temperature, MAX_TEMPERATURE);
  const target = softmax(teacherLogits, { temperature });
  const slopes = crossEntropyGradient(target, logits, { temperature });
  return rescale ? slopes.map((slope) => temperature ** 2 * slope) : slopes;
}
