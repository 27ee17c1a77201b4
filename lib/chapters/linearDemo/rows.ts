// The tables of 03-linear-demo: plain rows for the notebook's table().

import { MODEL_NAMES } from "../../models/postModels.js";
import type { Row } from "../../statistics/row.js";
import { checkFinite, checkLength, checkValues } from "../../validate/checks.js";
import { distillationGain } from "./distillationGain.js";
import type { TrialResult } from "./postExperiment.js";
import { checkPublishedFigure, type PublishedFigure } from "./publishedFigure.js";
import type { ReferenceCurves } from "./publishedReference.js";

/**
 * A row a model: its train and test loss in one trial, in nats.
 *
 * @throws RangeError if a loss is not finite
 */
export function trialRows(result: TrialResult): Row[] {
  checkFinite("result", result);
  return MODEL_NAMES.map((name) => ({
    model: name,
    "train loss": result[name].train,
    "test loss": result[name].test,
  }));
}

/**
 * A row a training size: our test losses beside the reference's.
 *
 * @throws RangeError if a loss is not finite, or the two differ in the number of training sizes
 */
export function referenceRows(result: PublishedFigure, reference: ReferenceCurves): Row[] {
  checkReference(result, reference);
  return result.trainingExamples.map((n, k) => ({
    n,
    ...Object.fromEntries(
      MODEL_NAMES.flatMap((name) => [
        [name, result.curves[name].test.mean[k]],
        [`${name}, Python`, reference[name].test[k]],
      ]),
    ),
  }));
}

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
  checkReference(result, reference);
  for (const model of MODEL_NAMES) {
    for (const split of ["train", "test"] as const)
      checkValues(`reference.${model}.${split}`, reference[model][split], Number.MIN_VALUE);
  }
  const largest = (model: (typeof MODEL_NAMES)[number], split: "train" | "test") => {
    const { mean } = result.curves[model][split];
    return Math.max(...reference[model][split].map((value, k) => Math.abs(mean[k] / value - 1)));
  };
  const [student, teacher, distilled] = MODEL_NAMES.map((model) => ({
    train: largest(model, "train"),
    test: largest(model, "test"),
  }));
  return { student, teacher, distilled };
}

function checkReference(result: PublishedFigure, reference: ReferenceCurves): void {
  checkPublishedFigure("result", result);
  checkFinite("reference", reference);
  const sizes = result.trainingExamples.length;
  for (const model of MODEL_NAMES) {
    for (const split of ["train", "test"] as const) {
      const name = `reference.${model}.${split}`;
      checkLength(name, reference[model][split], sizes, "result.trainingExamples");
    }
  }
}

/**
 * A row a training size: student minus distilled with its standard error, and in how many trials distilling helped.
 *
 * @throws RangeError as distillationGain
 */
export function gainRows(result: PublishedFigure, split: "train" | "test"): Row[] {
  return distillationGain(result, split).map((gain, k) => ({
    n: result.trainingExamples[k],
    gain: gain.value,
    "standard error": gain.standardError,
    "distilled better in": `${gain.wins} of ${gain.count}`,
  }));
}

/**
 * A row a model: its mean test loss at the smallest training size with the clip and without.
 *
 * @throws RangeError if a number is not finite
 */
export function clipRows(clipped: PublishedFigure, unclipped: PublishedFigure): Row[] {
  checkPublishedFigure("clipped", clipped);
  checkPublishedFigure("unclipped", unclipped);
  return MODEL_NAMES.map((name) => ({
    model: name,
    n: clipped.trainingExamples[0],
    "with the clip": clipped.curves[name].test.mean[0],
    "without it": unclipped.curves[name].test.mean[0],
  }));
}

/**
 * A row a training size: in how many trials each cubic's test loss is above a level, in nats.
 *
 * @throws RangeError if a number is not finite
 */
export function aboveRows(result: PublishedFigure, level: number): Row[] {
  checkPublishedFigure("result", result);
  checkFinite("level", level);
  const count = (losses: Float64Array) =>
    `${losses.filter((loss) => loss > level).length} of ${losses.length}`;
  return result.trainingExamples.map((n, k) => ({
    n,
    "student above": count(result.curves.student.test.trials[k]),
    "distilled above": count(result.curves.distilled.test.trials[k]),
  }));
}
