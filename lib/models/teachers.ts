import type { AbstractMatrix } from "ml-matrix";
import { type BinaryData, checkBinaryData } from "../data/dataset.js";
import { postEta } from "../data/postData.js";
import { sigmoid } from "../losses/softplus.js";
import { checkChoice } from "../validate/checks.js";
import { zeros } from "./designMatrix.js";
import { fillWithSines, harmonicFeatures } from "./features.js";
import { kernelSmoother } from "./kernelSmoother.js";
import { decisionFunction } from "./linearModel.js";
import { fitLogistic } from "./logistic.js";

/** A fitted teacher: inputs to probabilities of label 1. */
export type Teacher = (x: ArrayLike<number>) => Float64Array;

/** Fits a teacher to a training set. */
export type TeacherFit = (data: BinaryData) => Teacher;

/**
 * The post's teacher: logistic regression on sin x.
 *
 * @param l2 ridge on its weight; 1 is scikit-learn's default
 */
export const sineTeacher = (l2 = 1): TeacherFit =>
  logisticTeacher((x) => fillWithSines(zeros(x.length, 1), x), l2);

/**
 * A teacher with too many features: logistic regression on sines and cosines of x, 2x, …
 *
 * @param harmonics at least 1
 * @param l2 ridge on its weights, above 0, or separable training sets have no fit
 */
export const harmonicsTeacher = (harmonics = 6, l2 = 0.01): TeacherFit =>
  logisticTeacher((x) => harmonicFeatures(x, harmonics), l2);

/**
 * A teacher that averages the labels of near inputs, a training input's own included.
 *
 * @param bandwidth of the Gaussian kernel, above 0
 */
export const kernelTeacher =
  (bandwidth = 0.5): TeacherFit =>
  (data) =>
  (x) =>
    kernelSmoother(data.x, data.y, x, bandwidth);

/** Teachers of the post's data by name, from the worst to the best; the last one is the truth, whatever the data. */
export const TEACHERS = {
  smoother: kernelTeacher(),
  harmonics: harmonicsTeacher(),
  sine: sineTeacher(),
  bayes: () => (x: ArrayLike<number>) => Float64Array.from(x, postEta),
} as const satisfies Record<string, TeacherFit>;

export type TeacherName = keyof typeof TEACHERS;
export const TEACHER_NAMES = Object.keys(TEACHERS) as TeacherName[];

/**
 * Fits one of the {@link TEACHERS}.
 *
 * @returns a function from inputs to the teacher's probabilities of label 1
 * @throws RangeError if a label is not 0 or 1 or there is no such teacher
 * @example fitTeacher("bayes", data)([Math.PI / 2]) // Float64Array [ 0.9 ]
 */
export function fitTeacher(name: TeacherName, data: BinaryData): Teacher {
  checkChoice("name", name, Object.keys(TEACHERS));
  checkBinaryData("data", data);
  return TEACHERS[name](data);
}

/** If all labels are the same a free intercept runs to infinity: its limit is that label everywhere. */
function logisticTeacher(
  features: (x: ArrayLike<number>) => AbstractMatrix,
  l2: number,
): TeacherFit {
  return ({ x, y }) => {
    if (y.every((label) => label === y[0]))
      return (inputs) => Float64Array.from(inputs, () => y[0]);
    const design = features(x);
    const model = fitLogistic(design, y, { l2 });
    return (inputs) =>
      decisionFunction(model, inputs === x ? design : features(inputs)).map(sigmoid);
  };
}
