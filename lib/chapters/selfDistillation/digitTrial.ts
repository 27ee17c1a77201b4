import { noisyLabels } from "../../data/noisyLabels.js";
import { applyTemperature, calibratedTemperature } from "../../losses/calibration.js";
import { softmaxRows } from "../../losses/softmax.js";
import { flatten, meanTargets, oneHot, shuffleWithinLabels } from "../../losses/targets.js";
import { checkInputs, logitsOf, type Network } from "../../models/network.js";
import type { Precision } from "../../models/networkKernel.js";
import { type SparseRows, sparseRows } from "../../models/sparseRows.js";
import {
  checkTraining,
  type NetworkStart,
  networkStart,
  type TrainingOptions,
  trainOnRows,
} from "../../models/trainNetwork.js";
import type { SeededStream } from "../../random/seededStream.js";
import { checkChoice, checkInteger, checkNumber, checkValues } from "../../validate/checks.js";
import {
  DIGIT_CLASSES,
  DIGIT_PIXELS,
  digitSplit,
  drawnDigits,
  errorRate,
  heldOutRows,
  multiclassLogLoss,
  type Score,
} from "./heldOutDigits.js";

/** How the networks are trained, chosen for networks on labels on the validation digits: docs/decisions/digit-settings.md. */
export const DIGIT_TRAINING = {
  hidden: [32],
  epochs: 20,
  batchSize: 50,
  learningRate: 0.01,
} as const satisfies TrainingOptions;

export interface DigitTrialOptions {
  /** Labelled images drawn from the pool of 4000. */
  examples: number;
  /** Share of their labels drawn anew from all classes. Default 0. */
  noise?: number;
  /** Held-out digits that scores are of: "test" (default) to report results, "validation" to choose settings. */
  part?: "test" | "validation";
  /** Fraction of the epochs that are made, for a quick look; at least one is. Default 1. */
  epochFraction?: number;
  /** Of training and of the scores. Default "single". */
  precision?: Precision;
}

/** One trial: a training set that all networks of the trial share, and what is done with it. Its arrays are not to be written to. */
export interface DigitTrial {
  /** Images with labels: n × 196 inputs, n labels (noisy ones included), n × 10 one-hot targets. */
  inputs: Float64Array;
  labels: Uint8Array;
  targets: Float64Array;
  /** All 4000 images of the pool, those with labels first. */
  allInputs: Float64Array;
  /** Trains one network. `start` names its first weights and its batches: arms with the same start differ in targets only. */
  train(start: string, targets: Float64Array, options?: DigitTrainingOptions): Network;
  /** The mean of teachers' distributions at a temperature. */
  softTargets(teachers: readonly Network[], options?: SoftTargetOptions): Float64Array;
  /** Every image gets the distribution of another one with the same label: the shuffled-teacher control. */
  shuffled(softTargets: Float64Array): Float64Array;
  /** Error rate and log-loss on the held-out digits, for a network or the mean of several. */
  evaluate(...networks: Network[]): Score;
}

export type DigitTrainingOptions = Partial<TrainingOptions> & { inputs?: Float64Array };
export interface SoftTargetOptions {
  /** Default: the labelled images. */
  inputs?: Float64Array;
  /** Default 1. */
  temperature?: number;
}

/**
 * Draws a training set and opens the random streams of one trial.
 *
 * @param stream of the trial, such as `self-distillation/same size/0`
 * @throws RangeError if an option is out of its range, Error if the digits cannot be read
 * @example createDigitTrial(seededStream("example"), { examples: 2000 }).labels.length // 2000
 */
export function createDigitTrial(stream: SeededStream, options: DigitTrialOptions): DigitTrial {
  checkDigitTrialOptions(options);
  const { examples, noise = 0, part = "test", epochFraction = 1, precision = "single" } = options;
  const { pool } = digitSplit();
  const heldOut = heldOutRows(part);
  const calibration = heldOutRows("validation");
  const order = stream.substream("images").permutation(pool.length);
  const drawn = drawnDigits(order.map((place) => pool[place]));
  const allInputs = drawn.inputs;
  const inputs = allInputs.slice(0, examples * DIGIT_PIXELS);
  const labels = noisyLabels(
    drawn.labels.subarray(0, examples),
    { noise, classes: DIGIT_CLASSES },
    stream.substream("noise"),
  );
  const meanSoftmax = (logits: Float64Array[], options = {}) =>
    meanTargets(logits.map((rows) => softmaxRows(rows, DIGIT_CLASSES, options)));
  // Many networks read the same images, and students of one start are drawn once.
  const rows = new Map<Float64Array, SparseRows>();
  const rowsOf = (images: Float64Array) => {
    const known = rows.get(images);
    if (known) return known;
    checkValues("inputs", images);
    const read = sparseRows(images, DIGIT_PIXELS);
    if (images === inputs || images === allInputs) rows.set(images, read);
    return read;
  };
  const starts = new Map<string, NetworkStart>();
  const startOf = (name: string, sizes: number[], n: number) => {
    const key = `${name}/${sizes}/${n}`;
    const start = starts.get(key) ?? networkStart(sizes, n, stream.substream(name));
    starts.set(key, start);
    return start;
  };
  return {
    inputs,
    labels,
    targets: flatten(oneHot(labels, DIGIT_CLASSES)),
    allInputs,
    softTargets: (teachers, { inputs: others = inputs, ...options } = {}) =>
      meanSoftmax(
        teachers.map((teacher) => {
          checkInputs(teacher, others);
          return logitsOf(teacher, rowsOf(others), precision);
        }),
        options,
      ),
    train(start, targets, { inputs: others = inputs, ...options } = {}) {
      const settings = { ...DIGIT_TRAINING, precision, ...options };
      const epochs = Math.max(1, Math.round(settings.epochs * epochFraction));
      const set = { inputs: others, softTargets: targets, classes: DIGIT_CLASSES };
      const checked = checkTraining(set, { ...settings, epochs });
      const { sizes, n } = checked;
      return trainOnRows(rowsOf(others), targets, checked.settings, startOf(start, sizes, n));
    },
    shuffled: (rows) => shuffleWithinLabels(rows, labels, stream.substream("shuffle")),
    evaluate(...networks) {
      const probabilitiesOn = (rows: SparseRows) =>
        meanSoftmax(networks.map((network) => logitsOf(network, rows, precision)));
      const probabilities = probabilitiesOn(heldOut.rows);
      const onValidation = probabilitiesOn(calibration.rows);
      const temperature = calibratedTemperature(calibration.labels, onValidation);
      const calibrated = applyTemperature(probabilities, DIGIT_CLASSES, temperature);
      return {
        errorRate: errorRate(heldOut.labels, probabilities),
        logLoss: multiclassLogLoss(heldOut.labels, probabilities),
        calibratedLogLoss: multiclassLogLoss(heldOut.labels, calibrated),
      };
    },
  };
}

/** @throws RangeError if an option is out of its range */
export function checkDigitTrialOptions({
  examples,
  noise = 0,
  part = "test",
  epochFraction = 1,
  precision = "single",
}: DigitTrialOptions): void {
  checkInteger("examples", examples, 1, digitSplit().pool.length);
  checkNumber("noise", noise, 0, 1);
  checkChoice("part", part, ["test", "validation"]);
  checkNumber("epochFraction", epochFraction, Number.MIN_VALUE, 1);
  checkChoice("precision", precision, ["single", "double"]);
}
