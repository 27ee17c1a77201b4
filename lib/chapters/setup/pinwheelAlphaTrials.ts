import { mean } from "d3-array";
import type { Matrix } from "ml-matrix";
import { classLogits } from "../../models/softmaxModel.js";
import { seededStream } from "../../random/seededStream.js";
import { pairedDifference } from "../../statistics/paired.js";
import type { OnProgress } from "../../studies/trialLoop.js";
import { checkInteger, checkLength, checkNotEmpty, checkValues } from "../../validate/checks.js";
import { pinwheelData, pinwheelPopulation } from "./pinwheel.js";
import {
  bumpFeatures,
  distilStudent,
  fitPlaneTeacher,
  type PlaneClassifier,
  type PlaneFitOptions,
  planeFeatures,
  planeLoss,
} from "./planeClassifier.js";
import { joinExamples } from "./planeData.js";

export interface AlphaTrialsOptions extends PlaneFitOptions {
  trials?: number;
  /** The student's examples: the same in a trial whatever the teacher has. */
  studentExamples?: number;
  /** The teacher's examples: the student's own, and fresh ones up to this count. */
  teacherExamples?: number;
  alphas?: readonly number[];
  /** After each trial. */
  onProgress?: OnProgress;
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
 * @example (await pinwheelAlphaTrials({ trials: 2 })).losses.length // 3
 */
export async function pinwheelAlphaTrials(options: AlphaTrialsOptions = {}): Promise<AlphaTrials> {
  const {
    trials = 100,
    studentExamples = 30,
    teacherExamples = 1000,
    alphas = [0, 1, Infinity],
    l2 = 1,
    onProgress,
  } = options;
  checkInteger("trials", trials, 1);
  checkInteger("studentExamples", studentExamples, 3);
  checkInteger("teacherExamples", teacherExamples, studentExamples);
  checkNotEmpty("alphas", alphas);
  checkValues("alphas", alphas, 0, Infinity);
  const population = pinwheelPopulation(60);
  // The same features for every trial's models.
  const [ofTeacher, ofStudent] = [bumpFeatures(population), planeFeatures(population)];
  const lossOf = ({ model }: PlaneClassifier, features: Matrix) =>
    planeLoss({ logits: () => classLogits(model, features) }, population);
  const losses = alphas.map(() => new Float64Array(trials));
  const teacherLosses = new Float64Array(trials);
  let drawn = 0;
  for (let trial = 0; trial < trials; drawn++) {
    const rng = seededStream(`00-setup/alpha/${drawn}`);
    const own = pinwheelData(rng, studentExamples);
    if (new Set(own.y).size < 3) continue;
    const more = teacherExamples - studentExamples;
    const all = more === 0 ? own : joinExamples(own, pinwheelData(rng, more));
    const teacher = fitPlaneTeacher(all, { l2 });
    teacherLosses[trial] = lossOf(teacher, ofTeacher);
    alphas.forEach((alpha, k) => {
      losses[k][trial] = lossOf(distilStudent(own, teacher, alpha, { l2 }), ofStudent);
    });
    trial++;
    await onProgress?.(trial, trials);
  }
  return { alphas, losses, teacher: teacherLosses, redrawn: drawn - trials };
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
 * @example alphaGains(await pinwheelAlphaTrials({ trials: 2 }))[0].gain // 0
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
