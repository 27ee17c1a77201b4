import { type BinaryData, checkBinaryData } from "../data/dataset.js";
import { polynomialFeatures, sineFeatures } from "./features.js";
import { fitLeastSquares } from "./leastSquares.js";
import { decisionFunction, type LinearModel } from "./linearModel.js";
import { fitLogistic } from "./logistic.js";

/** The post's three models, in the order of its results. */
export const MODEL_NAMES = ["student", "teacher", "distilled"] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/** The student and the distilled model are polynomials in x; the teacher is linear in sin x. */
export type FittedModels = Record<ModelName, LinearModel>;

/**
 * Fits the post's three models: a cubic logistic regression on the labels (student), a logistic regression on sin x
 * (teacher), and the same cubic by least squares on the teacher's logits (distilled). Ridge 1 for the first two.
 *
 * @param data the training set
 * @param options.degree of the polynomials, at least 1
 * @throws RangeError if the training set is too small for least squares or holds one class only
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
