import { MODEL_NAMES } from "../../models/postModels.js";
// The tables of 03-linear-demo: plain rows for the notebook's table().

import type { Row } from "../../statistics/row.js";
import { checkNumber } from "../../validate/checks.js";
import { checkPublishedFigure } from "./checkPublishedFigure.js";
import { distillationGain } from "./distillationGain.js";
import type { TrialResult } from "./postExperiment.js";
import type { PublishedFigure } from "./publishedFigure.js";
import type { ReferenceCurves } from "./publishedReference.js";
import { checkReference } from "./referenceDifference.js";

/**
 * A row a model: its train and test loss in one trial, in nats.
 *
 * @throws RangeError or TypeError where a loss is not finite
 */
export function trialRows(result: TrialResult): Row[] {
  for (const name of MODEL_NAMES) {
    checkNumber(`result.${name}.train`, result[name].train);
    checkNumber(`result.${name}.test`, result[name].test);
  }
  return MODEL_NAMES.map((name) => ({
    model: name,
    "train loss": result[name].train,
    "test loss": result[name].test,
  }));
}

/**
 * A row a training size: our test losses beside the reference's.
 *
 * @throws RangeError or TypeError where result or reference is none, or they differ in the number of training sizes
 */
export function referenceRows(result: PublishedFigure, reference: ReferenceCurves): Row[] {
  checkPublishedFigure("result", result);
  checkReference(reference, result.trainingExamples.length);
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
 * A row a training size: student minus distilled with its standard error, and in how many trials distilling helped.
 *
 * @throws RangeError or TypeError as distillationGain
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
 * @throws RangeError or TypeError where an argument is none of publishedFigure
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
 * @throws RangeError or TypeError where result is none of publishedFigure or level is not finite
 */
export function aboveRows(result: PublishedFigure, level: number): Row[] {
  checkPublishedFigure("result", result);
  checkNumber("level", level);
  const count = (losses: Float64Array) =>
    `${losses.filter((loss) => loss > level).length} of ${losses.length}`;
  return result.trainingExamples.map((n, k) => ({
    n,
    "student above": count(result.curves.student.test.trials[k]),
    "distilled above": count(result.curves.distilled.test.trials[k]),
  }));
}
