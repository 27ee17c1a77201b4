import { type PairedDifference, pairedDifference } from "./paired.js";
import type { PublishedFigure } from "./publishedFigure.js";

/**
 * How much lower the distilled model's loss is than the student's, at each training size, paired by trial.
 *
 * @param result of publishedFigure with at least 2 trials
 * @param split which losses
 * @returns one paired difference (student minus distilled, in nats) for each training size
 * @throws RangeError where there is one trial only
 * @example distillationGain(publishedFigure(), "test")[0].mean // 2.4362…
 */
export function distillationGain(
  { curves }: PublishedFigure,
  split: "train" | "test",
): PairedDifference[] {
  const student = curves.student[split].trials;
  const distilled = curves.distilled[split].trials;
  return student.map((losses, k) => pairedDifference(losses, distilled[k]));
}
