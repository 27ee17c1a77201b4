import { poolDigits, readDigits } from "../../data/digits.js";
import { mostProbable } from "../../losses/targets.js";
import { type SparseRows, sparseRows } from "../../models/sparseRows.js";
import { seededStream } from "../../random/seededStream.js";
import {
  checkChoice,
  checkInteger,
  checkIntegers,
  checkNotEmpty,
  checkValues,
} from "../../validate/checks.js";

/** Which of the 10 000 digits serve what; no image is in two parts. */
export interface DigitSplit {
  /** 4000 images that training sets and unlabelled images are drawn from. */
  pool: Int32Array;
  /** 2000 images on which settings were chosen. */
  validation: Int32Array;
  /** 4000 images on which results are measured, and nothing was ever chosen. */
  test: Int32Array;
}

/**
 * The fixed split of the digits: one permutation, from the stream "self-distillation/split".
 *
 * @example digitSplit().test.length // 4000
 */
export function digitSplit(): DigitSplit {
  const order = seededStream("self-distillation/split").permutation(10000);
  return {
    test: order.slice(0, 4000),
    validation: order.slice(4000, 6000),
    pool: order.slice(6000),
  };
}

/** Classes of digits. */
export const DIGIT_CLASSES = 10;
/** Pixels of a shrunk image. */
export const DIGIT_PIXELS = 196;

/** Some of the 10 000 images with their labels. */
export interface LabelledDigits {
  /** n × 196, row by row. */
  inputs: Float64Array;
  /** n. */
  labels: Uint8Array;
  /** Which of the 10 000 images they are. */
  images: Int32Array;
}

/** The 10 000 shrunk images, 10 000 × 196, from the first call on. */
let shrunk: Float64Array | undefined;

/** The named images, shrunk to 14 × 14, in their order. */
export function drawnDigits(images: Int32Array): LabelledDigits {
  const digits = readDigits();
  shrunk ??= poolDigits(
    digits,
    Int32Array.from(digits.labels, (_, i) => i),
  );
  const inputs = new Float64Array(images.length * DIGIT_PIXELS);
  images.forEach((image, i) => {
    const row = shrunk?.subarray(image * DIGIT_PIXELS, (image + 1) * DIGIT_PIXELS);
    inputs.set(row as Float64Array, i * DIGIT_PIXELS);
  });
  return { inputs, labels: Uint8Array.from(images, (image) => digits.labels[image]), images };
}

/**
 * Held-out digits: "test" to report results, "validation" to choose settings.
 *
 * @throws RangeError if `part` is neither, Error if the digits cannot be read
 * @example heldOutDigits("test").labels.length // 4000
 */
export function heldOutDigits(part: "test" | "validation"): LabelledDigits {
  checkChoice("part", part, ["test", "validation"]);
  return drawnDigits(digitSplit()[part]);
}

const prepared = new Map<string, { rows: SparseRows; labels: Uint8Array }>();

/** {@link heldOutDigits} as networks read them, kept from the first call on. */
export function heldOutRows(part: "test" | "validation") {
  let heldOut = prepared.get(part);
  if (!heldOut) {
    const { inputs, labels } = heldOutDigits(part);
    heldOut = { rows: sparseRows(inputs, DIGIT_PIXELS), labels };
    prepared.set(part, heldOut);
  }
  return heldOut;
}

/** How well a classifier does on held-out images. */
export interface Score {
  /** Percent of the images whose most probable class is not the label. */
  errorRate: number;
  /** Mean -log of the label's probability, in nats. */
  logLoss: number;
  /** The same after {@link calibratedTemperature}, which takes mere over- or underconfidence out. */
  calibratedLogLoss: number;
}

/**
 * Percent of the rows whose most probable class is not the label.
 *
 * @param labels n classes
 * @param probabilities n × classes, row by row, in [0, 1]
 * @throws RangeError if the lengths do not fit or a probability is out of its range
 * @example errorRate([0, 1], Float64Array.of(0.5, 0.5, 0.75, 0.25)) // 50
 */
export function errorRate(labels: ArrayLike<number>, probabilities: Float64Array): number {
  checkNotEmpty("labels", labels);
  const classes = probabilities.length / labels.length;
  checkInteger("the columns of probabilities", classes, 1);
  checkValues("probabilities", probabilities, 0, 1);
  checkIntegers("labels", labels, 0, classes - 1);
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
 * @example multiclassLogLoss([0, 1], Float64Array.of(0.5, 0.5, 0.5, 0.5)) // 0.6931471805599453
 */
export function multiclassLogLoss(labels: ArrayLike<number>, probabilities: Float64Array): number {
  const classes = probabilities.length / labels.length;
  let loss = 0;
  for (let i = 0; i < labels.length; i++) {
    loss -= Math.log(Math.max(probabilities[i * classes + labels[i]], Number.MIN_VALUE));
  }
  return loss / labels.length;
}
