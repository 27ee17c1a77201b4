import {
  checkInteger,
  checkLength,
  checkList,
  checkNotEmpty,
  checkObject,
  checkValues,
} from "../validate/checks.js";
import type { Curve, PublishedFigure } from "./publishedFigure.js";
import { MODEL_NAMES } from "./trial.js";

/** Throws unless `result` is made as publishedFigure makes it: three models' curves, a mean and trials for each size. */
export function checkPublishedFigure(name: string, result: PublishedFigure): void {
  checkObject(name, result);
  const sizes = result.trainingExamples;
  checkNotEmpty(`${name}.trainingExamples`, sizes);
  for (const [k, n] of Array.from(sizes).entries()) {
    checkInteger(`${name}.trainingExamples[${k}]`, n, 1);
  }
  checkObject(`${name}.curves`, result.curves);
  for (const model of MODEL_NAMES) {
    checkObject(`${name}.curves.${model}`, result.curves[model]);
    for (const split of ["train", "test"] as const) {
      checkCurve(`${name}.curves.${model}.${split}`, result.curves[model][split], sizes.length);
    }
  }
}

function checkCurve(name: string, curve: Curve, sizes: number): void {
  checkObject(name, curve);
  checkLength(`${name}.mean`, curve.mean, sizes, "trainingExamples");
  checkValues(`${name}.mean`, curve.mean);
  checkList(`${name}.trials`, curve.trials);
  checkLength(`${name}.trials`, curve.trials as unknown as number[], sizes, "trainingExamples");
  curve.trials.forEach((losses, k) => {
    checkNotEmpty(`${name}.trials[${k}]`, losses);
    checkValues(`${name}.trials[${k}]`, losses);
  });
}
