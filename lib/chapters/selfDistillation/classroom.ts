import { poolDigits, readDigits } from "../../data/digits.js";
import { noisyLabels } from "../../data/noisyLabels.js";
import { flatOneHot, meanTargets } from "../../data/softTargets.js";
import { softmaxRows } from "../../losses/softmaxRows.js";
import { type Network, networkLogits } from "../../models/network.js";
import { type TrainingOptions, trainNetwork } from "../../models/trainNetwork.js";
import { seededStream } from "../../random/seededStream.js";
import {
  checkInteger,
  checkIntegers,
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkValues,
} from "../../validate/checks.js";
import { calibratedTemperature, retemper } from "./calibration.js";
import {
  CLASSES,
  classLogLoss,
  type DigitExam,
  digitExam,
  errorRate,
  type Score,
} from "./digitExam.js";
import { digitSplit } from "./digitSplit.js";

/** Pixels of a shrunk image. */
const INPUTS = 196;

/** How the networks are trained, chosen for plain networks on the validation digits: docs/decisions/digit-settings.md. */
export const TRAINING = {
  hidden: [32],
  epochs: 20,
  batchSize: 50,
  learningRate: 0.01,
} as const satisfies TrainingOptions;

export interface ClassroomOptions {
  /** Labelled images drawn from the pool of 4000. */
  examples: number;
  /** Share of their labels drawn anew from all classes. Default 0. */
  noise?: number;
  /** Held-out digits that networks are graded on. Default the test digits. */
  exam?: DigitExam;
  /** Share of the passes over the data that are made, for a quick look. Default 1. */
  effort?: number;
  /** Awaited after each trained network. */
  onNetwork?: () => Promise<void> | void;
}

/** One trial: a training set that all networks of the trial share, and what is done with it. */
export interface Classroom {
  /** Images with labels: n × 196 inputs, n labels (spoiled ones included), n × 10 one-hot targets. */
  inputs: Float64Array;
  labels: Uint8Array;
  targets: Float64Array;
  /** All 4000 images of the pool, those with labels first. */
  allInputs: Float64Array;
  /** Trains one network. `start` names its first weights and its batches: arms with the same start differ in targets only. */
  learn(start: string, targets: Float64Array, options?: LearnOptions): Promise<Network>;
  /** What teachers say about images: the mean of their distributions at a temperature. */
  teach(teachers: readonly Network[], options?: TeachOptions): Float64Array;
  /** Error rate and log-loss on the exam, for a network or the mean of several. */
  grade(...networks: Network[]): Score;
}

export type LearnOptions = Partial<TrainingOptions> & { inputs?: Float64Array };
export interface TeachOptions {
  /** Default: the labelled images. */
  inputs?: Float64Array;
  /** Default 1. */
  temperature?: number;
}

/**
 * Draws a training set and opens the random streams of one trial.
 *
 * @param name of the study, part of the streams' names
 * @param seed of the trial, a whole number from 0
 * @throws RangeError or TypeError where an argument is out of its range, Error where the digits cannot be read
 * @example openClassroom("same size", 0, { examples: 2000 }).labels.length // 2000
 */
export function openClassroom(
  name: string,
  seed: number,
  { examples, noise = 0, exam = digitExam("test"), effort = 1, onNetwork }: ClassroomOptions,
): Classroom {
  checkInteger("seed", seed);
  const { pool } = digitSplit();
  checkInteger("examples", examples, 1, pool.length);
  checkNumber("noise", noise, 0, 1);
  checkNumber("effort", effort, Number.MIN_VALUE, 1);
  checkExam(exam);
  const calibration = digitExam("validation");
  const stream = (purpose: string) => seededStream(`self-distillation/${name}/${seed}/${purpose}`);
  const digits = readDigits();
  const images = stream("images")
    .permutation(pool.length)
    .map((place) => pool[place]);
  const allInputs = poolDigits(digits, images);
  const inputs = allInputs.slice(0, examples * INPUTS);
  const clean = Uint8Array.from(images.subarray(0, examples), (image) => digits.labels[image]);
  const labels = noisyLabels(clean, { noise, classes: CLASSES }, stream("noise"));
  const teach = (teachers: readonly Network[], options: TeachOptions = {}) =>
    meanTargets(
      teachers.map((teacher) =>
        softmaxRows(networkLogits(teacher, options.inputs ?? inputs), CLASSES, options),
      ),
    );
  return {
    inputs,
    labels,
    targets: flatOneHot(labels, CLASSES),
    allInputs,
    teach,
    async learn(start, targets, options = {}) {
      const settings = { ...TRAINING, ...options };
      const epochs = Math.max(1, Math.round(settings.epochs * effort));
      const network = trainNetwork(
        { inputs: options.inputs ?? inputs, softTargets: targets, classes: CLASSES },
        { ...settings, epochs },
        stream(start),
      );
      await onNetwork?.();
      return network;
    },
    grade(...networks) {
      const probabilities = teach(networks, { inputs: exam.inputs });
      const seen = teach(networks, { inputs: calibration.inputs });
      const temperature = calibratedTemperature(calibration.labels, seen);
      return {
        errorRate: errorRate(exam.labels, probabilities),
        logLoss: classLogLoss(exam.labels, probabilities),
        calibratedLogLoss: classLogLoss(exam.labels, retemper(probabilities, CLASSES, temperature)),
      };
    },
  };
}

function checkExam({ inputs, labels, images }: DigitExam): void {
  checkNotEmpty("exam.labels", labels);
  checkIntegers("exam.labels", labels, 0, CLASSES - 1);
  checkLength("exam.inputs", inputs, labels.length * INPUTS, "196 times exam.labels");
  checkValues("exam.inputs", inputs, 0, 1);
  checkLength("exam.images", images, labels.length, "exam.labels");
}

/** The rows of a pool's targets that belong to its first images. */
export const firstRows = (rows: Float64Array, count: number): Float64Array =>
  rows.slice(0, count * CLASSES);
