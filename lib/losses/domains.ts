import { checkInteger, checkNotEmpty, checkNumber } from "../validate/checks.js";

/** Rounding may leave a probability or a sum of probabilities this far from 1: the one tolerance of the library. */
export const PROBABILITY_TOLERANCE = 1e-9;

/** Throws a RangeError unless `values` are probabilities that sum to 1, to within {@link PROBABILITY_TOLERANCE}. */
export function checkDistribution(name: string, values: ArrayLike<number>): void {
  checkNotEmpty(name, values);
  let sum = 0;
  for (let k = 0; k < values.length; k++) {
    const isProbability = values[k] >= 0 && values[k] <= 1 + PROBABILITY_TOLERANCE;
    if (!isProbability) checkNumber(`${name}[${k}]`, values[k], 0, 1);
    sum += values[k];
  }
  if (Math.abs(sum - 1) > PROBABILITY_TOLERANCE) {
    throw new RangeError(`${name} must sum to 1, got ${sum}`);
  }
}

/** Throws a RangeError unless `label` numbers one of the classes, 0 to classes - 1. */
export function checkLabel(label: number, classes: number): void {
  checkInteger("label", label, 0, classes - 1);
}

/** The highest temperature whose square can multiply a loss. */
export const MAX_TEMPERATURE = 1e150;

/** Throws a RangeError unless `temperature` is finite, above 0 and at most `max`. */
export function checkTemperature(temperature: number, max = Number.MAX_VALUE): void {
  checkNumber("temperature", temperature, Number.MIN_VALUE, max);
}

/** Throws a RangeError unless `alpha` is at least 0; Infinity stands for the teacher's term alone. */
export function checkAlpha(alpha: number): void {
  checkNumber("alpha", alpha, 0, Infinity);
}
