import { type PairedDifference, pairedDifference } from "../../statistics/paired.js";
import { columnName, studyColumn } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkChoice } from "../../validate/checks.js";
import type { Score } from "./heldOutDigits.js";

export type Measure = keyof Score;
export const MEASURES: readonly Measure[] = ["errorRate", "logLoss", "calibratedLogLoss"];

/** The columns of a trial of digits: each measure of each arm, such as `errorRate@distilled`. */
export function digitColumns(scores: Record<string, Score>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(scores).flatMap(([arm, score]) =>
      MEASURES.map((measure) => [columnName(measure, arm), score[measure]]),
    ),
  );
}

/** The arms of a study of digits, in their order. */
export function armsOf(result: StudyResult): string[] {
  const [measure] = MEASURES;
  const start = columnName(measure, "");
  const arms = Object.keys(result).filter((name) => name.startsWith(start));
  return arms.map((name) => name.slice(start.length));
}

/** The paired difference of two arms in one measure, with each trial's own. */
export interface ArmComparison {
  difference: PairedDifference;
  trials: Float64Array;
}

/**
 * How much larger a measure is for one arm than for another: negative is an improvement.
 *
 * @param result of runStudy for a study of digits
 * @throws RangeError if there is no such measure, an arm is not in the result, a score is not finite or there are fewer
 * than 2 trials
 */
export function compareArms(
  result: StudyResult,
  measure: Measure,
  arm: string,
  reference: string,
): ArmComparison {
  checkChoice("measure", measure, MEASURES);
  const arms = armsOf(result);
  checkChoice("arm", arm, arms);
  checkChoice("reference", reference, arms);
  const [a, b] = [arm, reference].map((name) => studyColumn(result, measure, name));
  return {
    difference: pairedDifference(a, b, [`${arm} in result`, `${reference} in result`]),
    trials: a.map((value, i) => value - b[i]),
  };
}
