import { MODEL_NAMES } from "../../models/postModels.js";
import { checkResult, checkValues } from "../../validate/checks.js";
import { checkPublishedFigure } from "./checkPublishedFigure.js";
import type { PublishedFigure } from "./publishedFigure.js";
import type { ReferenceCurves } from "./publishedReference.js";

/**
 * The relative differences |ours / reference - 1| of all points of the published figures.
 *
 * @param result of publishedFigure at the published training sizes
 * @param reference as many points a curve
 * @returns the largest difference of each model and split
 * @throws RangeError or TypeError where result is none of publishedFigure, or a curve of the reference has another number
 * of points or one that is no loss above 0
 * @example referenceDifference(publishedFigure(), SCIKIT_LEARN_REFERENCE).student.test // 0.0030…
 */
export function referenceDifference(
  result: PublishedFigure,
  reference: ReferenceCurves,
): Record<"student" | "teacher" | "distilled", { train: number; test: number }> {
  checkPublishedFigure("result", result);
  const { curves, trainingExamples } = result;
  checkReference(reference, trainingExamples.length, Number.MIN_VALUE);
  const largest = (ours: Float64Array, theirs: readonly number[]) => {
    const difference = Math.max(...theirs.map((value, k) => Math.abs(ours[k] / value - 1)));
    checkResult("result over reference", difference);
    return difference;
  };
  const [student, teacher, distilled] = MODEL_NAMES.map((name) => ({
    train: largest(curves[name].train.mean, reference[name].train),
    test: largest(curves[name].test.mean, reference[name].test),
  }));
  return { student, teacher, distilled };
}

/** Throws unless the reference has two curves a model, each with a loss of at least `least` for every training size. */
export function checkReference(reference: ReferenceCurves, sizes: number, least = 0): void {
  for (const model of MODEL_NAMES) {
    for (const split of ["train", "test"] as const) {
      const name = `reference.${model}.${split}`;
      const losses = reference[model][split];
      checkValues(name, losses, least);
      if (losses.length !== sizes) {
        throw new RangeError(
          `reference must have a number for each of ${sizes} training sizes, got ${losses.length}`,
        );
      }
    }
  }
}
