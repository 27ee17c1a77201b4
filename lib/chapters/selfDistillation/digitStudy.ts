import { type PairedDifference, pairedDifference } from "../../statistics/paired.js";
import type { OnProgress } from "../../studies/onProgress.js";
import { checkChoice, checkInteger, checkNumber } from "../../validate/checks.js";
import { type Classroom, type ClassroomOptions, openClassroom } from "./classroom.js";
import { digitExam, type Score } from "./digitExam.js";

/** A comparison of networks that differ in what they are taught: its arms and how one trial runs. */
export interface DigitStudy<Arm extends string> {
  /** Part of the streams' names. */
  name: string;
  classroom: Pick<ClassroomOptions, "examples" | "noise">;
  /** Networks trained a trial. */
  networks: number;
  run(classroom: Classroom): Promise<Record<Arm, Score>>;
}

export interface DigitStudyOptions {
  /** Trials: each draws its own training set, first weights and batches. */
  seeds: number;
  /** Which held-out digits grade: "test" to report, "validation" to choose settings. Default "test". */
  exam?: "test" | "validation";
  /** See ClassroomOptions. */
  effort?: number;
  /** Awaited after each trained network with how many are done. */
  onProgress?: OnProgress;
}

/** One score an arm in each trial. */
export type DigitStudyResult<Arm extends string> = Record<Arm, Score>[];

/**
 * Runs a study: all arms of a trial share its training set, so their scores are paired.
 *
 * @throws RangeError or TypeError where study is none or an option is out of its range, Error where the digits cannot be read
 * @example (await runDigitStudy(SAME_SIZE, { seeds: 2, effort: 0.1 })).length // 2
 */
export async function runDigitStudy<Arm extends string>(
  study: DigitStudy<Arm>,
  { seeds, exam = "test", effort = 1, onProgress }: DigitStudyOptions,
): Promise<DigitStudyResult<Arm>> {
  const { name, classroom, networks, run } = study;
  checkInteger("study.networks", networks, 1);
  checkInteger("seeds", seeds, 1);
  checkNumber("effort", effort, Number.MIN_VALUE, 1);
  checkChoice("exam", exam, ["test", "validation"]);
  const heldOut = digitExam(exam);
  let done = 0;
  const options = {
    ...classroom,
    exam: heldOut,
    effort,
    onNetwork: () => onProgress?.(++done, seeds * networks),
  };
  const result: DigitStudyResult<Arm> = [];
  for (let seed = 0; seed < seeds; seed++) {
    const scores = await run(openClassroom(name, seed, options));
    result.push(scores);
  }
  return result;
}

/** The paired difference of two arms in one measure, with each trial's own. */
export interface ArmComparison {
  difference: PairedDifference;
  trials: Float64Array;
}

/**
 * How much larger a measure is for one arm than for another: negative is an improvement.
 *
 * @throws RangeError or TypeError where measure is none, an arm is not in the result, a score is not finite or there are fewer
 * than 2 trials
 */
export function compareArms<Arm extends string>(
  result: DigitStudyResult<Arm>,
  measure: keyof Score,
  arm: Arm,
  reference: Arm,
): ArmComparison {
  const values = valuesOf(result, measure, ["arm", arm]);
  const referenceValues = valuesOf(result, measure, ["reference", reference]);
  return {
    difference: pairedDifference(values, referenceValues, [
      `${arm} in result`,
      `${reference} in result`,
    ]),
    trials: values.map((value, i) => value - referenceValues[i]),
  };
}

/**
 * One measure of one arm, trial by trial.
 *
 * @throws RangeError or TypeError where measure is none, an arm is not in the result or a score is not finite
 */
export function armValues<Arm extends string>(
  result: DigitStudyResult<Arm>,
  measure: keyof Score,
  arm: Arm,
): Float64Array {
  return valuesOf(result, measure, ["arm", arm]);
}

/** {@link armValues} of an arm under the name that the caller's argument has. */
function valuesOf(
  result: DigitStudyResult<string>,
  measure: keyof Score,
  [name, arm]: readonly [name: string, arm: string],
): Float64Array {
  checkChoice("measure", measure, ["errorRate", "logLoss", "calibratedLogLoss"]);
  return Float64Array.from(result, (trial, i) => {
    checkChoice(name, arm, Object.keys(trial));
    const value = trial[arm][measure];
    checkNumber(`result[${i}].${arm}.${measure}`, value);
    return value;
  });
}
