import { MODEL_NAMES, type ModelName } from "../../models/postModels.js";
import { checkFinite, checkLength, checkValues } from "../../validate/checks.js";
import { checkPublishedFigure, type PublishedFigure } from "./publishedFigure.js";
import type { ReferenceCurves } from "./publishedReference.js";

/**
 * The relative differences |ours / reference - 1| of all points of the published figures.
 *
 * @param result of publishedFigure at the published training sizes
 * @param reference as many points a curve
 * @returns the largest difference of each model and split
 * @throws RangeError if a loss is not finite, or the two differ in the number of training sizes
 * @example referenceDifference(publishedFigure(), SCIKIT_LEARN_REFERENCE).student.test // 0.0030…
 */
export function referenceDifference(
  result: PublishedFigure,
  reference: ReferenceCurves,
): Record<"student" | "teacher" | "distilled", { train: number; test: number }> {
  checkPublishedFigure("result", result);
  checkFinite("reference", reference);
  const largest = (model: ModelName, split: "train" | "test") => {
    const { mean } = result.curves[model][split];
    const name = `reference.${model}.${split}`;
    checkLength(name, reference[model][split], mean.length, "result.trainingExamples");
    checkValues(name, reference[model][split], Number.MIN_VALUE);
    return Math.max(...reference[model][split].map((value, k) => Math.abs(mean[k] / value - 1)));
  };
  const [student, teacher, distilled] = MODEL_NAMES.map((model) => ({
    train: largest(model, "train"),
    test: largest(model, "test"),
  }));
  return { student, teacher, distilled };
}
