import { poolDigits, readDigits } from "../../data/digits.js";
import { checkLabelledRows } from "../../losses/classChecks.js";
import { checkChoice } from "../../validate/checks.js";
import { digitSplit } from "./digitSplit.js";

/** Classes of digits. */
export const CLASSES = 10;

/** Held-out images with their labels. */
export interface DigitExam {
  /** n × 196, row by row. */
  inputs: Float64Array;
  /** n. */
  labels: Uint8Array;
  /** Which of the 10 000 images they are. */
  images: Int32Array;
}

/**
 * Held-out digits: "test" to report results, "validation" to choose settings.
 *
 * @throws RangeError where `part` is neither, Error where the digits cannot be read
 * @example digitExam("test").labels.length // 4000
 */
export function digitExam(part: "test" | "validation"): DigitExam {
  checkChoice("part", part, ["test", "validation"]);
  const digits = readDigits();
  const images = digitSplit()[part];
  const labels = Uint8Array.from(images, (image) => digits.labels[image]);
  return { inputs: poolDigits(digits, images), labels, images };
}

/** How well a classifier does on held-out images. */
export interface Score {
  /** Percent of the images whose most probable class is not the label. */
  errorRate: number;
  /** Mean -log of the label's probability, in nats. */
  logLoss: number;
  /** The same after {@link calibratedTemperature}: what is left when mere over- or underconfidence is taken out. */
  calibratedLogLoss: number;
}

/**
 * Percent of the rows whose most probable class is not the label.
 *
 * @param labels n classes
 * @param probabilities n × classes, row by row, in [0, 1]
 * @throws RangeError where the lengths do not fit or a probability is out of its range
 * @example errorRate([0, 1], Float64Array.of(0.5, 0.5, 0.75, 0.25)) // 50
 */
export function errorRate(labels: ArrayLike<number>, probabilities: Float64Array): number {
  const classes = checkLabelledRows(labels, probabilities);
  let wrong = 0;
  for (let i = 0; i < labels.length; i++) {
    if (mostProbable(probabilities.subarray(i * classes, (i + 1) * classes)) !== labels[i]) wrong++;
  }
  return (100 * wrong) / labels.length;
}

/**
 * The mean of -log of the label's probability, in nats; a probability of 0 counts as the smallest positive double.
 *
 * @param labels n classes
 * @param probabilities n × classes, row by row, in [0, 1]
 * @throws RangeError where the lengths do not fit or a probability is out of its range
 * @example classLogLoss([0, 1], Float64Array.of(0.5, 0.5, 0.5, 0.5)) // 0.6931471805599453
 */
export function classLogLoss(labels: ArrayLike<number>, probabilities: Float64Array): number {
  const classes = checkLabelledRows(labels, probabilities);
  let loss = 0;
  for (let i = 0; i < labels.length; i++) {
    loss -= Math.log(Math.max(probabilities[i * classes + labels[i]], Number.MIN_VALUE));
  }
  return loss / labels.length;
}

/** The class with the largest probability; the first of equals. */
export function mostProbable(row: Float64Array): number {
  return row.indexOf(row.reduce((a, b) => Math.max(a, b), -Infinity));
}
