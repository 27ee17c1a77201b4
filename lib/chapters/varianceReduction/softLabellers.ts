import type { Matrix } from "ml-matrix";
import { sigmoid } from "../../losses/softplus.js";
import { sineFeatures } from "../../models/features.js";
import { harmonicFeatures } from "../../models/harmonicFeatures.js";
import { kernelSmoother } from "../../models/kernelSmoother.js";
import { decisionFunction } from "../../models/linearModel.js";
import { fitLogistic } from "../../models/logistic.js";
import { checkValues } from "../../validate/checks.js";

/** A training set with the true probabilities of its labels. */
export interface LabelledSample {
  x: Float64Array;
  /** Labels in {0, 1}. */
  y: Uint8Array;
  /** Probability of label 1 at each input; only Bayes labels may look. */
  eta: Float64Array;
}

/** Gives each example of a training set the probability of label 1 that the student is to learn. */
export type SoftLabeller = (sample: LabelledSample) => ArrayLike<number>;

/** The labels as they are: no teacher. */
export const hardLabels: SoftLabeller = ({ y }) => y;

/**
 * The true probabilities: the teacher that no data can give.
 *
 * @throws RangeError or TypeError where eta is not in [0, 1]
 */
export const bayesLabels: SoftLabeller = ({ eta }) => {
  checkValues("sample.eta", eta, 0, 1);
  return eta;
};

/**
 * The post's teacher: logistic regression on sin x, fitted to the same training set.
 *
 * @param l2 ridge on its weight; 1 is scikit-learn's default
 * @example sineTeacher()(sample) // one probability an example
 */
export function sineTeacher(l2 = 1): SoftLabeller {
  return ({ x, y }) => logisticLabels(sineFeatures(x), y, l2);
}

/**
 * A teacher with too many features: logistic regression on sines and cosines of x, 2x, …, fitted to the same training set.
 *
 * @param harmonics at least 1
 * @param l2 ridge on its weights, above 0, or separable training sets have no fit
 */
export function harmonicsTeacher(harmonics = 6, l2 = 0.01): SoftLabeller {
  return ({ x, y }) => logisticLabels(harmonicFeatures(x, harmonics), y, l2);
}

/** A teacher that averages the labels of near inputs, its own included. */
export function kernelTeacher(bandwidth = 0.5): SoftLabeller {
  return ({ x, y }) => kernelSmoother(x, y, x, bandwidth);
}

/** The labels that the notebooks compare, by name; hard labels first, since the others are compared with them. */
export const LABELLERS: Readonly<Record<string, SoftLabeller>> = {
  "hard labels": hardLabels,
  "Bayes labels": bayesLabels,
  "sine teacher": sineTeacher(),
  "6 harmonics": harmonicsTeacher(),
  "kernel smoother": kernelTeacher(),
};

/** Where all labels are the same a free intercept runs to infinity: its limit is that label everywhere. */
function logisticLabels(features: Matrix, y: Uint8Array, l2: number): ArrayLike<number> {
  if (y.every((label) => label === y[0])) return y;
  return decisionFunction(fitLogistic(features, y, { l2 }), features).map(sigmoid);
}
