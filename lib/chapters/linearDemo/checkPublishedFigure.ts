import { MODEL_NAMES } from "../../models/postModels.js";
import {
  checkInteger,
  checkIntegers,
  checkLength,
  checkNotEmpty,
  checkValues,
  MAX_MAGNITUDE,
} from "../../validate/checks.js";
import type { Curve, PublishedFigure } from "./publishedFigure.js";

/**
 * Throws unless `result` is made as publishedFigure makes it: three models' curves, a mean and as many trials as elsewhere
 * for each training size, every loss finite and not negative.
 */
export function checkPublishedFigure(name: string, result: PublishedFigure): void {
  const { trainingExamples, redrawn, curves } = result;
  checkNotEmpty(`${name}.trainingExamples`, trainingExamples);
  checkIntegers(`${name}.trainingExamples`, trainingExamples, 1);
  checkInteger(`${name}.redrawn`, redrawn);
  let trials: number | undefined;
  for (const model of MODEL_NAMES) {
    for (const split of ["train", "test"] as const) {
      const path = `${name}.curves.${model}.${split}`;
      trials = checkCurve(path, curves[model][split], trainingExamples.length, trials);
    }
  }
}

/** Throws unless a mean and `trials` losses (any number, but the same everywhere, where undefined) stand for each size. */
function checkCurve(name: string, curve: Curve, sizes: number, trials?: number): number {
  checkLength(`${name}.mean`, curve.mean, sizes, "trainingExamples");
  checkValues(`${name}.mean`, curve.mean, 0, MAX_MAGNITUDE);
  checkLength(`${name}.trials`, curve.trials as unknown as number[], sizes, "trainingExamples");
  checkNotEmpty(`${name}.trials[0]`, curve.trials[0]);
  const wanted = trials ?? curve.trials[0].length;
  for (const [k, losses] of curve.trials.entries()) {
    checkLength(`${name}.trials[${k}]`, losses, wanted, "the first list of trials");
    checkValues(`${name}.trials[${k}]`, losses, 0, MAX_MAGNITUDE);
  }
  return wanted;
}
