import { Matrix } from "ml-matrix";
import type { Learner } from "../../information/optima.js";
import { fitLeastSquares } from "../../models/leastSquares.js";
import { decisionFunction } from "../../models/linearModel.js";
import { fitLogisticModel } from "../../models/logisticModel.js";
import { checkInteger } from "../../validate/checks.js";
import { checkProblem, type DistillationProblem } from "./distillationProblem.js";

/**
 * The learner y → theta of the post's own code: ordinary least squares of the student's features on the teacher's logits.
 *
 * @param problem whose student has a constant as its first feature and fewer features than inputs
 * @returns a learner of d numbers, the constant first
 * @throws RangeError if problem is not valid; from the learner, as fitLeastSquares
 * @see https://stackoverflow.com/a/60969923, which the post names for it
 * @example leastSquaresLearner(postProblem(10))(new Uint8Array(10)).length // 4
 */
export const leastSquaresLearner = (problem: DistillationProblem): Learner => {
  checkProblem(problem);
  const { teacher, student } = problem;
  checkInteger("the columns of problem.student.features", student.features.columns, 1);
  return (y) => {
    const teacherModel = { weights: fitLogisticModel(teacher, y), intercept: 0 };
    const features = new Matrix(student.features);
    features.removeColumn(0);
    const fit = fitLeastSquares(features, decisionFunction(teacherModel, teacher.features));
    return [fit.intercept, ...fit.weights];
  };
};
