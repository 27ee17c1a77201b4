import { mean, sum } from "d3-array";
import type { Matrix } from "ml-matrix";
import { classLogits } from "../../models/softmaxModel.js";
import type { SeededStream } from "../../random/seededStream.js";
import { pairedDifference } from "../../statistics/paired.js";
import { runStudy, type StudyOptions } from "../../studies/study.js";
import { columnName, studyColumn } from "../../studies/studyColumn.js";
import {
  checkInteger,
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkValues,
} from "../../validate/checks.js";
import { type PinwheelPopulation, pinwheelData, pinwheelPopulation } from "./pinwheel.js";
import {
  bumpFeatures,
  distilStudent,
  fitPlaneTeacher,
  type PlaneClassifier,
  type PlaneFitOptions,
  planeFeatures,
  planeLoss,
} from "./planeClassifier.js";
import { joinExamples, PINWHEEL_CLASSES } from "./planeData.js";

export interface AlphaTrialsOptions extends PlaneFitOptions, StudyOptions {
  trials?: number;
  /** The student's examples: the same in a trial whatever the teacher has. */
  studentExamples?: number;
  /** The teacher's examples: the student's own, and fresh ones up to this count. */
  teacherExamples?: number;
  alphas?: readonly number[];
}

/** Population losses in nats, one a trial. */
export interface AlphaTrials {
  alphas: readonly number[];
  /** losses[k][i]: the student of the k-th alpha in trial i. */
  losses: Float64Array[];
  teacher: Float64Array;
  /** Data sets drawn again because the student's labels lacked a class. */
  redrawn: number;
}

/**
 * Distils into the student of the plane on many fresh data sets: a teacher fitted to `teacherExamples` labels, and for
 * each alpha a student fitted to the first `studentExamples` of them. The ridge is on the mixed target.
 *
 * @throws RangeError if an option is out of its range
 * @example (await pinwheelAlphaTrials({ trials: 2, workers: 0 })).losses.length // 3
 */
export async function pinwheelAlphaTrials({
  trials = 100,
  studentExamples = 30,
  teacherExamples = 1000,
  alphas = [0, 1, Infinity],
  l2 = 1,
  ...options
}: AlphaTrialsOptions = {}): Promise<AlphaTrials> {
  checkInteger("trials", trials, 1);
  checkInteger("studentExamples", studentExamples, 3);
  checkInteger("teacherExamples", teacherExamples, studentExamples);
  checkNotEmpty("alphas", alphas);
  checkValues("alphas", alphas, 0, Infinity);
  checkNumber("l2", l2, 0);
  const study = {
    name: "00-setup/alpha",
    trials,
    parameters: { studentExamples, teacherExamples, alphas, l2 },
    trial: pinwheelAlphaTrial,
    module: import.meta.url,
  };
  const result = await runStudy(study, options);
  return {
    alphas,
    losses: alphas.map((alpha) => studyColumn(result, "student", alpha)),
    teacher: studyColumn(result, "teacher"),
    redrawn: sum(studyColumn(result, "redrawn")),
  };
}

type AlphaParameters = Required<
  Pick<AlphaTrialsOptions, "studentExamples" | "teacherExamples" | "alphas" | "l2">
>;

/**
 * One trial of {@link pinwheelAlphaTrials}; a data set whose student's labels lack a class is drawn again.
 *
 * @returns `student@<alpha>` and `teacher`, population losses in nats, and `redrawn`, data sets
 */
export function pinwheelAlphaTrial(
  { studentExamples, teacherExamples, alphas, l2 }: AlphaParameters,
  rng: SeededStream,
): Record<string, number> {
  let redrawn = 0;
  let own = pinwheelData(rng, studentExamples);
  for (; new Set(own.y).size < PINWHEEL_CLASSES; redrawn++)
    own = pinwheelData(rng, studentExamples);
  const more = teacherExamples - studentExamples;
  const all = more === 0 ? own : joinExamples(own, pinwheelData(rng, more));
  const teacher = fitPlaneTeacher(all, { l2 });
  measured ??= measuredOn(pinwheelPopulation(60));
  const values: Record<string, number> = { redrawn, teacher: measured.lossOfTeacher(teacher) };
  for (const alpha of alphas) {
    const student = distilStudent(own, teacher, alpha, { l2 });
    values[columnName("student", alpha)] = measured.lossOfStudent(student);
  }
  return values;
}

/** Made once, with the features that all trials' models share. */
let measured: ReturnType<typeof measuredOn> | undefined;

function measuredOn(population: PinwheelPopulation) {
  const lossOn =
    (features: Matrix) =>
    ({ model }: PlaneClassifier) =>
      planeLoss({ logits: () => classLogits(model, features) }, population);
  return {
    lossOfTeacher: lossOn(bumpFeatures(population)),
    lossOfStudent: lossOn(planeFeatures(population)),
  };
}

/** One student's mean population loss over the trials, and its gain over the student of the first alpha. */
export type AlphaGain = {
  alpha: number;
  /** Nats. */
  meanLoss: number;
  /** Paired difference of losses, above 0 where this student is the better one. */
  gain: number;
  /** Of the gain. */
  standardError: number;
  /** Trials in which this student has the lower loss. */
  wins: number;
  trials: number;
};

/**
 * How much each alpha gains over the first one, by trials that share their data.
 *
 * @param result of {@link pinwheelAlphaTrials} with at least 2 trials
 * @throws RangeError if a loss is not finite, the numbers of trials differ or there are fewer than 2
 * @example alphaGains(await pinwheelAlphaTrials({ trials: 2, workers: 0 }))[0].gain // 0
 */
export function alphaGains({ alphas, losses }: AlphaTrials): AlphaGain[] {
  checkValues("result.alphas", alphas, 0, Infinity);
  checkLength("result.losses", losses as never, alphas.length, "result.alphas");
  return alphas.map((alpha, k) => {
    const difference = pairedDifference(losses[0], losses[k], [
      "result.losses[0]",
      `result.losses[${k}]`,
    ]);
    return {
      alpha,
      meanLoss: mean(losses[k]) as number,
      gain: difference.value,
      standardError: difference.standardError,
      wins: difference.wins,
      trials: difference.count,
    };
  });
}
