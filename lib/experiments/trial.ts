import type { BinaryData } from "../data/dataset.js";
import { testSize } from "../data/trainTestSplit.js";
import { labelLogLoss } from "../losses/labelLogLoss.js";
import { logLoss, SKLEARN_CLIP } from "../losses/logLoss.js";
import { polynomialFeatures, sineFeatures } from "../models/features.js";
import { fitLeastSquares } from "../models/leastSquares.js";
import { decisionFunction, type LinearModel } from "../models/linearModel.js";
import { fitLogistic } from "../models/logistic.js";
import { legacyPermutation } from "../random/legacyPermutation.js";
import { checkInteger, checkLength, checkValues } from "../validate/checks.js";

/** The post's three models, in the order of its results. */
export const MODEL_NAMES = ["student", "teacher", "distilled"] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/** Mean log-losses in nats. */
export interface SplitLosses {
  train: number;
  test: number;
}
export type TrialResult = Record<ModelName, SplitLosses>;

/** The student and the distilled model are polynomials in x; the teacher is linear in sin x. */
export type FittedModels = Record<ModelName, LinearModel>;

export interface TrialOptions {
  trainingExamples: number;
  /** Degree of the student's polynomial. */
  degree?: number;
  /** Seed of the train/test split. */
  splitSeed?: number;
  /** See {@link logLoss}; the default is scikit-learn's. */
  clip?: number;
}

/** Data in the order of the split's permutation, with what every training size shares computed once. */
export interface PreparedData extends BinaryData {
  sinX: Float64Array;
}

/** Puts the rows in the order of the split, so that test and training sets are the two ends of the same arrays. */
export function prepareData(data: BinaryData, splitSeed = 42): PreparedData {
  checkValues("data.x", data.x);
  checkLength("data.y", data.y, data.x.length, "data.x");
  const order = legacyPermutation(splitSeed, data.x.length);
  const x = Float64Array.from(order, (row) => data.x[row]);
  return { x, y: Uint8Array.from(order, (row) => data.y[row]), sinX: x.map(Math.sin) };
}

/**
 * Fits the post's three models: a cubic logistic regression on the labels (student), a logistic regression on sin x
 * (teacher), and the same cubic by least squares on the teacher's logits (distilled). Ridge 1 for the first two.
 *
 * @param data the training set
 * @param options.degree of the polynomials, at least 1
 * @throws RangeError where the training set is too small for least squares or holds one class only
 */
export function fitPostModels(data: BinaryData, { degree = 3 } = {}): FittedModels {
  const polynomial = polynomialFeatures(data.x, degree);
  const sine = sineFeatures(data.x);
  const teacher = fitLogistic(sine, data.y, { l2: 1 });
  return {
    student: fitLogistic(polynomial, data.y, { l2: 1 }),
    teacher,
    distilled: fitLeastSquares(polynomial, decisionFunction(teacher, sine)),
  };
}

/**
 * One trial of the post's experiment: split, fit the three models, measure their losses.
 *
 * @param data at least 2 examples
 * @param options.trainingExamples how many train; the rest test
 * @returns train and test log-loss of each model, in nats
 * @throws RangeError where a number is out of its range, or the training set is too small or has one class only
 * @example runTrial(postData(numpyRng(1234), 10000), { trainingExamples: 10 }).student.test // 7.6…
 */
export function runTrial(data: BinaryData, options: TrialOptions): TrialResult {
  return runPreparedTrial(prepareData(data, options.splitSeed), options);
}

/** {@link runTrial} on data whose split is made, for several training sizes on the same data. */
export function runPreparedTrial(
  data: PreparedData,
  { trainingExamples, degree = 3, clip = SKLEARN_CLIP }: TrialOptions,
): TrialResult {
  checkInteger("degree", degree, 1);
  const testRows = testSize(data.x.length, trainingExamples);
  const train = { x: data.x.subarray(testRows), y: data.y.subarray(testRows) };
  const models = fitPostModels(train, { degree });
  const polynomial = polynomialFeatures(train.x, degree);
  const lossesOf = (
    model: LinearModel,
    features: typeof polynomial,
    testLogits: Float64Array,
  ): SplitLosses => ({
    train: logLoss(train.y, decisionFunction(model, features), { clip }),
    test: labelLogLoss(data.y, testLogits, testRows, clip),
  });
  return {
    student: lossesOf(models.student, polynomial, horner(models.student, data.x)),
    teacher: lossesOf(models.teacher, sineFeatures(train.x), horner(models.teacher, data.sinX)),
    distilled: lossesOf(models.distilled, polynomial, horner(models.distilled, data.x)),
  };
}

/** The polynomial with the model's weights as coefficients, at every input; no design matrix is built. */
export function horner({ weights, intercept }: LinearModel, inputs: Float64Array): Float64Array {
  const values = new Float64Array(inputs.length);
  for (let i = 0; i < inputs.length; i++) {
    let value = 0;
    for (let j = weights.length - 1; j >= 0; j--) value = (value + weights[j]) * inputs[i];
    values[i] = value + intercept;
  }
  return values;
}
