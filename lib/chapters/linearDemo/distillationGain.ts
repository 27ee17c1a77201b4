import { type PairedDifference, pairedDifference } from "../../statistics/paired.js";
import { checkChoice } from "../../validate/checks.js";
import { checkPublishedFigure } from "./checkPublishedFigure.js";
import type { PublishedFigure } from "./publishedFigure.js";

/**
 * How much lower the distilled model's loss is than the student's, at each training size, paired by trial.
 *
 * @param result of publishedFigure with at least 2 trials
 * @param split which losses
 * @returns one paired difference (student minus distilled, in nats) for each training size
 * @throws RangeError or TypeError where result is none of publishedFigure, has one trial only, or split is neither
 * @example distillationGain(publishedFigure(), "test")[0].value // 2.4362…
 */
export function distillationGain(
  result: PublishedFigure,
  split: "train" | "test",
): PairedDifference[] {
  checkPublishedFigure("result", result);
  checkChoice("split", split, ["train", "test"]);
  const { curves } = result;
  const student = curves.student[split].trials;
  const distilled = curves.distilled[split].trials;
  return student.map((losses, k) => pairedDifference(losses, distilled[k]));
}
