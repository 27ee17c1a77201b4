import { type PairedDifference, pairedDifference } from "../../statistics/paired.js";
import { checkPublishedFigure, type PublishedFigure } from "./publishedFigure.js";

/**
 * How much lower the distilled model's loss is than the student's, at each training size, paired by trial.
 *
 * @param result of publishedFigure with at least 2 trials
 * @param split which losses
 * @returns one paired difference (student minus distilled, in nats) for each training size
 * @throws RangeError if a loss is not finite, or there is only one trial
 * @example distillationGain(publishedFigure(), "test")[0].value // 2.4362…
 */
export function distillationGain(
  result: PublishedFigure,
  split: "train" | "test",
): PairedDifference[] {
  checkPublishedFigure("result", result);
  const { student, distilled } = result.curves;
  return student[split].trials.map((losses, k) =>
    pairedDifference(losses, distilled[split].trials[k]),
  );
}
