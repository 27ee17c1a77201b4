import { plusMinus } from "../../statistics/estimate.js";
import { type PairedDifference, pairedDifference } from "../../statistics/paired.js";
import { studyColumn } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkInteger, checkLength, checkNumber } from "../../validate/checks.js";

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
 * @param n a number of training examples that all three studies have
 * @param extra a number of unlabelled inputs that the study of them has
 * @throws RangeError or TypeError as studyColumn and pairedDifference
 * @returns gains in nats, from softening alone to the teacher's knowledge and beyond
 */
export function whatHelps(
  { softening, teachers, unlabelled }: DesignStudies,
  n: number,
  extra: number,
): Gain[] {
  checkInteger("n", n, 1);
  checkInteger("extra", extra);
  const size = (name: string) => studyColumn(softening, name, n);
  const taughtBy = (name: string) => studyColumn(teachers, `${name}.loss`);
  const beside = (inputs: number) => studyColumn(unlabelled, "soft", inputs);
  const gain = (change: string, before: Float64Array, after: Float64Array): Gain => ({
    change,
    ...pairedDifference(before, after),
  });
  return [
    gain("hard labels → smoothed labels", size("student"), size("smoothed")),
    gain("hard labels → shuffled teacher", size("student"), size("shuffled")),
    gain("shuffled teacher → teacher", size("shuffled"), size("soft")),
    gain("smoothed labels → teacher", size("smoothed"), size("soft")),
    gain("hack → soft cross-entropy", size("hack"), size("soft")),
    gain("teacher → true η", taughtBy("sine"), taughtBy("bayes")),
    gain(`teacher → the same with ${extra} unlabelled inputs`, beside(0), beside(extra)),
  ];
}

/**
 * The gains on both designs side by side, as rows of a table.
 *
 * @throws RangeError or TypeError where one has other gains than the other, or a number is not finite
 */
export function whatHelpsRows(
  post: readonly Gain[],
  narrow: readonly Gain[],
): Record<string, string>[] {
  checkGains("post", post);
  checkGains("narrow", narrow);
  checkLength("narrow", narrow as unknown as ArrayLike<number>, post.length, "post");
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

function checkGains(name: string, gains: readonly Gain[]): void {
  gains.forEach(({ value, standardError }, i) => {
    checkNumber(`${name}[${i}].value`, value);
    checkNumber(`${name}[${i}].standardError`, standardError, 0);
  });
}
