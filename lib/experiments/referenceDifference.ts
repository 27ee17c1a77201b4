import type { ReferenceCurves } from "../data/publishedReference.js";
import type { PublishedFigure } from "./publishedFigure.js";
import { MODEL_NAMES } from "./trial.js";

/**
 * The relative differences |ours / reference - 1| of all points of the published figures.
 *
 * @param result of publishedFigure at the published training sizes
 * @param reference as many points a curve
 * @returns the largest difference of each model and split
 * @throws RangeError where a curve has another number of points
 * @example referenceDifference(publishedFigure(), SCIKIT_LEARN_REFERENCE).student.test // 0.0030…
 */
export function referenceDifference(
  { curves, trainingExamples }: PublishedFigure,
  reference: ReferenceCurves,
): Record<"student" | "teacher" | "distilled", { train: number; test: number }> {
  const largest = (ours: Float64Array, theirs: readonly number[]) => {
    if (theirs.length !== trainingExamples.length) {
      throw new RangeError(
        `reference must have a number for each of ${trainingExamples.length} training sizes, got ${theirs.length}`,
      );
    }
    return Math.max(...theirs.map((value, k) => Math.abs(ours[k] / value - 1)));
  };
  const [student, teacher, distilled] = MODEL_NAMES.map((name) => ({
    train: largest(curves[name].train.mean, reference[name].train),
    test: largest(curves[name].test.mean, reference[name].test),
  }));
  return { student, teacher, distilled };
}
