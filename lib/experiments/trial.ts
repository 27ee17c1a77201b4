import type { Matrix } from "ml-matrix";
import { type BinaryData, checkBinaryData } from "../data/dataset.js";
import { testSize } from "../data/trainTestSplit.js";
import { labelLogLoss } from "../losses/labelLogLoss.js";
import { logLoss, SKLEARN_CLIP } from "../losses/logLoss.js";
import { polynomialFeatures, sineFeatures } from "../models/features.js";
import { fitLeastSquares } from "../models/leastSquares.js";
import { decisionFunction, type LinearModel } from "../models/linearModel.js";
import { fitLogistic } from "../models/logistic.js";
import { checkLegacySeed, legacyPermutation } from "../random/legacyPermutation.js";
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
  /** See {@link logLoss}; the default is scikit-learn's. */
  clip?: number;
}

/** Data in the order of the split's permutation, with what every training size shares computed once. */
export interface PreparedData extends BinaryData {
  sinX: Float64Array;
  /** Room for the logits of one model at a time. */
  logits: Float64Array;
}

/** Puts the rows in the order of the split, so that test and training sets are the two ends of the same arrays. */
export function prepareData(data: BinaryData, order: Int32Array): PreparedData {
  checkBinaryData("data", data);
  checkLength("order", order, data.x.length, "data.x");
  checkValues("order", order, 0, data.x.length - 1);
  const rows = data.x.length;
  const prepared = {
    x: new Float64Array(rows),
    y: new Uint8Array(rows),
    sinX: new Float64Array(rows),
    logits: new Float64Array(rows),
  };
  for (let i = 0; i < rows; i++) {
    prepared.x[i] = data.x[order[i]];
    prepared.y[i] = data.y[order[i]];
    prepared.sinX[i] = Math.sin(prepared.x[i]);
  }
  return prepared;
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
  checkBinaryData("data", data);
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
 * @param options.splitSeed of the train/test split
 * @returns train and test log-loss of each model, in nats
 * @throws RangeError where a number is out of its range, or the training set is too small or has one class only
 * @example runTrial(postData(numpyRng(1234), 10000), { trainingExamples: 10 }).student.test // 1.0434…
 */
export function runTrial(
  data: BinaryData,
  { splitSeed = 42, ...options }: TrialOptions & { splitSeed?: number },
): TrialResult {
  checkBinaryData("data", data);
  checkLegacySeed("splitSeed", splitSeed);
  return runPreparedTrial(prepareData(data, legacyPermutation(splitSeed, data.x.length)), options);
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
    trainFeatures: Matrix,
    testInputs: Float64Array,
  ): SplitLosses => ({
    train: logLoss(train.y, decisionFunction(model, trainFeatures), { clip }),
    test: labelLogLoss(data.y, horner(model, testInputs, data.logits), testRows, clip),
  });
  return {
    student: lossesOf(models.student, polynomial, data.x),
    teacher: lossesOf(models.teacher, sineFeatures(train.x), data.sinX),
    distilled: lossesOf(models.distilled, polynomial, data.x),
  };
}

/**
 * The polynomial with the model's weights as coefficients, at every input; no design matrix is built.
 *
 * @param values where the result goes, as long as the inputs; a new array by default
 * @example horner({ weights: Float64Array.of(1, 2), intercept: 3 }, Float64Array.of(2)) // Float64Array [ 13 ]
 */
export function horner(
  { weights, intercept }: LinearModel,
  inputs: Float64Array,
  values: Float64Array = new Float64Array(inputs.length),
): Float64Array {
  for (let i = 0; i < inputs.length; i++) {
    let value = 0;
    for (let j = weights.length - 1; j >= 0; j--) value = (value + weights[j]) * inputs[i];
    values[i] = value + intercept;
  }
  return values;
}
