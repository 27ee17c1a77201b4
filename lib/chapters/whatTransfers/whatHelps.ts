import { plusMinus } from "../../statistics/estimate.js";
import type { PairedDifference } from "../../statistics/paired.js";
import type { Row } from "../../statistics/row.js";
import { type Column, columnDifference } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkLength } from "../../validate/checks.js";
import type { StudentName } from "./studyLines.js";

/** The studies of one design that the closing table draws on. */
export interface DesignStudies {
  softening: StudyResult;
  teachers: StudyResult;
  unlabelled: StudyResult;
}

/** A change to the student's targets, and by how much it lowers the population log-loss, in nats. */
export interface Gain extends PairedDifference {
  change: string;
}

/**
 * What each change to the student's targets gains: the loss before less the loss after, paired over trials.
 *
 * @param n a number of training examples that the study of softening has
 * @param extra a number of unlabelled inputs that the study of them has
 * @returns gains in nats, from softening alone to the teacher's knowledge and beyond
 * @throws RangeError if a study has no such column, or fewer than 2 trials
 */
export function whatHelps(
  { softening, teachers, unlabelled }: DesignStudies,
  n: number,
  extra: number,
): Gain[] {
  const gain = (change: string, study: StudyResult, before: Column, after: Column): Gain => ({
    change,
    ...columnDifference(study, before, after),
  });
  const softened = (change: string, before: StudentName, after: StudentName) =>
    gain(change, softening, [before, n], [after, n]);
  return [
    softened("hard labels → smoothed labels", "onLabels", "smoothed"),
    softened("hard labels → shuffled teacher", "onLabels", "shuffled"),
    softened("shuffled teacher → teacher", "shuffled", "distilled"),
    softened("smoothed labels → teacher", "smoothed", "distilled"),
    softened("hack → soft cross-entropy", "logitMatching", "distilled"),
    gain("teacher → true η", teachers, ["sine.loss"], ["bayes.loss"]),
    gain(
      `teacher → the same with ${extra} unlabelled inputs`,
      unlabelled,
      ["distilled", 0],
      ["distilled", extra],
    ),
  ];
}

/**
 * The gains on both designs side by side, as rows of a table; below three standard errors an effect is not clear.
 *
 * @throws RangeError if one has other gains than the other, or a number is not finite
 */
export function whatHelpsRows(post: readonly Gain[], narrow: readonly Gain[]): Row[] {
  checkLength("narrow", narrow, post.length, "post");
  const cell = (gain: Gain) => {
    const clear = Math.abs(gain.value) > 3 * gain.standardError;
    const verdict = !clear ? "no clear effect" : gain.value > 0 ? "helps" : "hurts";
    return `${plusMinus(gain, 4)}, ${verdict}`;
  };
  return post.map((gain, i) => ({
    change: gain.change,
    "gain on the post's data": cell(gain),
    "gain on the narrow data": cell(narrow[i]),
  }));
}
