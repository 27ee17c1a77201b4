import type { Matrix } from "ml-matrix";
import { type BinaryData, checkBinaryData } from "../../data/dataset.js";
import { testSize } from "../../data/trainTestSplit.js";
import { fastLogLoss } from "../../losses/fastLogLoss.js";
import { logLoss, SKLEARN_CLIP } from "../../losses/logLoss.js";
import { polynomialFeatures, sineFeatures } from "../../models/features.js";
import { decisionFunction, type LinearModel } from "../../models/linearModel.js";
import { horner } from "../../models/polynomialAt.js";
import { fitPostModels, type ModelName } from "../../models/postModels.js";
import { checkLegacySeed, legacyPermutation } from "../../random/legacyPermutation.js";
import { checkInteger } from "../../validate/checks.js";

/** Mean log-losses in nats. */
export interface SplitLosses {
  train: number;
  test: number;
}
export type TrialResult = Record<ModelName, SplitLosses>;

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
 * One trial of the post's experiment: split, fit the three models, measure their losses.
 *
 * @param data at least 2 examples
 * @param options.trainingExamples how many train; the rest test
 * @param options.splitSeed of the train/test split
 * @returns train and test log-loss of each model, in nats
 * @throws RangeError if a number is out of its range, or the training set is too small or has only one class
 * @example runPostTrial(postData(numpyRng(1234), 10000), { trainingExamples: 10 }).student.test // 1.0434…
 */
export function runPostTrial(
  data: BinaryData,
  { splitSeed = 42, ...options }: TrialOptions & { splitSeed?: number },
): TrialResult {
  checkBinaryData("data", data);
  if (options.degree !== undefined) checkInteger("degree", options.degree, 1);
  checkLegacySeed("splitSeed", splitSeed);
  return runPreparedTrial(prepareData(data, legacyPermutation(splitSeed, data.x.length)), options);
}

/** {@link runPostTrial} on data whose split is made, for several training sizes on the same data. */
export function runPreparedTrial(
  data: PreparedData,
  { trainingExamples, degree = 3, clip = SKLEARN_CLIP }: TrialOptions,
): TrialResult {
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
    test: fastLogLoss(data.y, horner(model, testInputs, data.logits), testRows, clip),
  });
  return {
    student: lossesOf(models.student, polynomial, data.x),
    teacher: lossesOf(models.teacher, sineFeatures(train.x), data.sinX),
    distilled: lossesOf(models.distilled, polynomial, data.x),
  };
}
