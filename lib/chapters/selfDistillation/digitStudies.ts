import { smoothTargets } from "../../losses/targets.js";
import type { Network } from "../../models/network.js";
import type { SeededStream } from "../../random/seededStream.js";
import type { Study } from "../../studies/study.js";
import type { TrialFunction } from "../../studies/trialLoop.js";
import { checkInteger } from "../../validate/checks.js";
import { digitColumns } from "./compareArms.js";
import {
  checkDigitTrialOptions,
  createDigitTrial,
  type DigitTrainingOptions,
  type DigitTrial,
  type DigitTrialOptions,
} from "./digitTrial.js";
import { DIGIT_CLASSES } from "./heldOutDigits.js";

/** Teachers of an ensemble. */
const ENSEMBLE_SIZE = 4;
/** Label smoothing, the literature's usual amount. */
const EPSILON = 0.1;
/** Ridges of the regularised networks, chosen on the validation digits: for clean labels and for noisy ones. */
const RIDGE = 0.001;
const NOISY_RIDGE = 0.003;
/** The small student: 8 hidden units for the teacher's 32. */
const SMALL = { hidden: [8], epochs: 24 };
/** Share of labels drawn anew in the study of noisy labels. */
export const LABEL_NOISE = 0.3;
/** With few labels an epoch is short: more epochs, smaller batches. */
const FEW = { epochs: 50, batchSize: 25 };
/** Epochs over the 4000 images of the whole pool. */
const POOL_EPOCHS = 10;

export type DigitStudyOptions = Pick<DigitTrialOptions, "part" | "epochFraction" | "precision">;

const smoothed = ({ targets }: DigitTrial) => smoothTargets(targets, DIGIT_CLASSES, EPSILON);

function trainEnsemble({ train, targets }: DigitTrial, options: DigitTrainingOptions = {}) {
  return Array.from({ length: ENSEMBLE_SIZE }, (_, k) => train(`teacher ${k}`, targets, options));
}

/** The arms that both studies of equal sizes have. All students start from the same weights, which are not the teachers'. */
function equalSizes(trial: DigitTrial, ridge: number) {
  const { train, softTargets, evaluate, targets } = trial;
  const teachers = trainEnsemble(trial);
  const taught = softTargets(teachers.slice(0, 1));
  const student = (softTargets: Float64Array, options: DigitTrainingOptions = {}) =>
    evaluate(train("student", softTargets, options));
  return {
    student,
    taught,
    byLabels: {
      onLabels: student(targets),
      ridge: student(targets, { l2: ridge }),
      smoothed: student(smoothed(trial)),
    },
    byTeachers: { selfDistilled: student(taught), fromEnsemble: student(softTargets(teachers)) },
    themselves: { teacher: evaluate(teachers[0]), ensemble: evaluate(...teachers) },
  };
}

/** The arms of {@link sameSizeStudy}. */
export function sameSizeArms(trial: DigitTrial) {
  const { student, taught, byLabels, byTeachers, themselves } = equalSizes(trial, RIDGE);
  return {
    ...byLabels,
    shuffled: student(trial.shuffled(taught)),
    mixed: student(taught.map((q, i) => (q + trial.targets[i]) / 2)),
    ...byTeachers,
    ...themselves,
  };
}

/** The arms of {@link smallStudentStudy}. */
export function smallStudentArms(trial: DigitTrial) {
  const { train, softTargets, shuffled, evaluate, targets, allInputs } = trial;
  const teacher = train("teacher", targets);
  const taughtOnAll = softTargets([teacher], { inputs: allInputs });
  const taught = taughtOnAll.slice(0, targets.length);
  const student = (softTargets: Float64Array, more: DigitTrainingOptions = {}) =>
    evaluate(train("student", softTargets, { ...SMALL, ...more }));
  return {
    onLabels: student(targets),
    smoothed: student(smoothed(trial)),
    shuffled: student(shuffled(taught)),
    distilled: student(taught),
    unlabelled: student(taughtOnAll, { epochs: SMALL.epochs / 2, inputs: allInputs }),
    teacher: evaluate(teacher),
  };
}

/** The arms of {@link noisyLabelsStudy}. */
export function noisyLabelsArms(trial: DigitTrial) {
  const { byLabels, byTeachers, themselves } = equalSizes(trial, NOISY_RIDGE);
  return { ...byLabels, ...byTeachers, ...themselves };
}

/** The arms of {@link fewLabelsStudy}. */
export function fewLabelsArms(trial: DigitTrial) {
  const { train, softTargets, evaluate, targets, allInputs: inputs } = trial;
  const teachers = trainEnsemble(trial, FEW);
  const student = (softTargets: Float64Array, more: DigitTrainingOptions) =>
    evaluate(train("student", softTargets, more));
  const onPool = (by: readonly Network[]) =>
    student(softTargets(by, { inputs }), { inputs, epochs: POOL_EPOCHS });
  return {
    onLabels: student(targets, FEW),
    ensembleLabelled: student(softTargets(teachers), FEW),
    selfPool: onPool(teachers.slice(0, 1)),
    ensemblePool: onPool(teachers),
    teacher: evaluate(teachers[0]),
    ensemble: evaluate(...teachers),
  };
}

// Worker threads find the trials here under these names.
export const sameSizeTrial = (options: DigitStudyOptions, stream: SeededStream) =>
  digitColumns(sameSizeArms(createDigitTrial(stream, { ...options, examples: 2000 })));
export const smallStudentTrial = (options: DigitStudyOptions, stream: SeededStream) =>
  digitColumns(smallStudentArms(createDigitTrial(stream, { ...options, examples: 2000 })));
export const noisyLabelsTrial = (options: DigitStudyOptions, stream: SeededStream) => {
  const settings = { ...options, examples: 2000, noise: LABEL_NOISE };
  return digitColumns(noisyLabelsArms(createDigitTrial(stream, settings)));
};
export const fewLabelsTrial = (options: DigitStudyOptions, stream: SeededStream) =>
  digitColumns(fewLabelsArms(createDigitTrial(stream, { ...options, examples: 100 })));

function studyOf(
  name: string,
  trials: number,
  trial: TrialFunction<DigitStudyOptions>,
  options: DigitStudyOptions,
): Study<DigitStudyOptions> {
  const { part = "test", epochFraction = 1, precision = "single" } = options;
  const parameters = { part, epochFraction, precision };
  checkInteger("trials", trials, 1);
  checkDigitTrialOptions({ ...parameters, examples: 1 });
  return { name: `self-distillation/${name}`, trials, parameters, trial, module: import.meta.url };
}

/**
 * Students of the teacher's own size on 2000 labelled digits. `selfDistilled` learns the teacher's distributions alone
 * (alpha = infinity), `mixed` their mean with the labels (alpha = 1), `shuffled` another image's of the same label;
 * `ridge` learns the labels with a penalty on its weights.
 *
 * @param trials each draws its own training set, first weights and batches
 * @throws RangeError if an option is out of its range
 * @example sameSizeStudy(40).name // "self-distillation/same size"
 */
export function sameSizeStudy(trials: number, options: DigitStudyOptions = {}) {
  return studyOf("same size", trials, sameSizeTrial, options);
}

/**
 * A small student of a larger teacher on 2000 labelled digits; `unlabelled` has the teacher's distributions on the
 * other 2000 images of the pool as well, in half as many epochs.
 *
 * @throws RangeError as {@link sameSizeStudy}
 */
export function smallStudentStudy(trials: number, options: DigitStudyOptions = {}) {
  return studyOf("small student", trials, smallStudentTrial, options);
}

/**
 * The teacher's own size again, with 30 % of the labels drawn anew.
 *
 * @throws RangeError as {@link sameSizeStudy}
 */
export function noisyLabelsStudy(trials: number, options: DigitStudyOptions = {}) {
  return studyOf("noisy labels", trials, noisyLabelsTrial, options);
}

/**
 * 100 labelled digits and 3900 without labels: students of one teacher or of four, on the labelled images or on all.
 *
 * @throws RangeError as {@link sameSizeStudy}
 */
export function fewLabelsStudy(trials: number, options: DigitStudyOptions = {}) {
  return studyOf("few labels", trials, fewLabelsTrial, options);
}
