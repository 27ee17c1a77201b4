import { mean } from "d3-array";
import { postData } from "../../data/postData.js";
import { testSize } from "../../data/trainTestSplit.js";
import { SKLEARN_CLIP } from "../../losses/logLoss.js";
import { MODEL_NAMES, type ModelName } from "../../models/postModels.js";
import { checkLegacySeed, legacyPermutation } from "../../random/legacyPermutation.js";
import { numpyRng } from "../../random/numpyRng.js";
import {
  checkFinite,
  checkInteger,
  checkIntegers,
  checkLength,
  checkNotEmpty,
  checkValues,
} from "../../validate/checks.js";
import {
  type PreparedData,
  prepareData,
  runPreparedTrial,
  type TrialResult,
} from "./postExperiment.js";
import type { ReferenceCurves } from "./publishedReference.js";

/** Examples in each of the post's data sets. */
const ROWS = 10000;

export interface PublishedFigureOptions {
  /** Seed of the data, NumPy's default_rng. */
  seed?: number;
  /** Seed of the train/test split. */
  splitSeed?: number;
  trials?: number;
  trainingExamples?: readonly number[];
  /** See logLoss; the default is scikit-learn's. */
  clip?: number;
}

/** One curve of a figure: for each training size the mean over trials and every trial's value, in nats. */
export interface Curve {
  mean: Float64Array;
  /** trials[k][i] is trial i at the k-th training size. */
  trials: Float64Array[];
}

export interface PublishedFigure {
  trainingExamples: readonly number[];
  curves: Record<ModelName, { train: Curve; test: Curve }>;
  /** Data sets drawn again because their smallest training set held one class only. */
  redrawn: number;
}

/**
 * The experiment behind the post's two figures; the defaults are the post's. The same data sets serve every training
 * size, because the post opens the random stream anew for each. If the smallest training set of a data set has only one
 * class, no logistic regression exists (scikit-learn raises an error): the data set is drawn again and counted.
 *
 * @throws RangeError if an option is out of its range
 * @example publishedFigure().curves.student.test.mean[0] // 3.2533003858439…
 */
export function publishedFigure({
  seed = 1234,
  splitSeed = 42,
  trials = 15,
  trainingExamples = [10, 15, 20, 25, 30, 35, 40, 45],
  clip = SKLEARN_CLIP,
}: PublishedFigureOptions = {}): PublishedFigure {
  checkInteger("trials", trials, 1);
  checkNotEmpty("trainingExamples", trainingExamples);
  checkIntegers("trainingExamples", trainingExamples, 5, ROWS - 1);
  checkLegacySeed("splitSeed", splitSeed);
  const rng = numpyRng(seed);
  const order = legacyPermutation(splitSeed, ROWS);
  const smallest = Math.min(...trainingExamples);
  let redrawn = 0;
  const results: TrialResult[][] = trainingExamples.map(() => []);
  while (results[0].length < trials) {
    const data = prepareData(postData(rng, ROWS), order);
    if (!hasBothClasses(data, smallest)) {
      redrawn++;
      continue;
    }
    trainingExamples.forEach((n, k) => {
      results[k].push(runPreparedTrial(data, { trainingExamples: n, clip }));
    });
  }
  const curveOf = (name: ModelName, split: "train" | "test"): Curve => {
    const values = results.map((trial) =>
      Float64Array.from(trial, (result) => result[name][split]),
    );
    return { mean: Float64Array.from(values, (v) => mean(v) as number), trials: values };
  };
  const curvesOf = (name: ModelName) => ({
    train: curveOf(name, "train"),
    test: curveOf(name, "test"),
  });
  const [student, teacher, distilled] = MODEL_NAMES.map(curvesOf);
  return { trainingExamples, curves: { student, teacher, distilled }, redrawn };
}

function hasBothClasses({ y }: PreparedData, trainingExamples: number): boolean {
  const labels = y.subarray(testSize(y.length, trainingExamples));
  return labels.includes(0) && labels.includes(1);
}

/** Throws unless every curve has a mean and as many trials as all others for each training size, all finite. */
export function checkPublishedFigure(name: string, result: PublishedFigure): void {
  checkFinite(name, result);
  const { trainingExamples, curves } = result;
  const sizes = `${name}.trainingExamples`;
  checkNotEmpty(sizes, trainingExamples);
  const trials = curves.student.test.trials[0]?.length;
  for (const model of MODEL_NAMES) {
    for (const split of ["train", "test"] as const) {
      const curve = `${name}.curves.${model}.${split}`;
      checkLength(`${curve}.mean`, curves[model][split].mean, trainingExamples.length, sizes);
      checkLength(`${curve}.trials`, curves[model][split].trials, trainingExamples.length, sizes);
      for (const [k, losses] of curves[model][split].trials.entries())
        checkLength(`${curve}.trials[${k}]`, losses, trials, "the other trials");
    }
  }
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
