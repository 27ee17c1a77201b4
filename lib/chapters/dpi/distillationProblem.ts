import { Matrix } from "ml-matrix";
import { type LabelDistribution, labelDistribution } from "../../information/labelDistribution.js";
import { type LabelInformation, labelInformation } from "../../information/labelInformation.js";
import {
  expectedOverLabels,
  type Learner,
  type Optima,
  optimaOf,
} from "../../information/optima.js";
import { logLoss } from "../../losses/logLoss.js";
import { mixLabels } from "../../losses/targets.js";
import { checkDesign } from "../../models/designMatrix.js";
import { fitLeastSquares } from "../../models/leastSquares.js";
import { decisionFunction } from "../../models/linearModel.js";
import {
  type LogisticModel,
  logisticModelFitter,
  logisticProbabilities,
} from "../../models/logisticModel.js";
import type { Row } from "../../statistics/row.js";
import { checkFinite, checkInteger, checkNumber } from "../../validate/checks.js";

/** A distillation small enough to enumerate: fixed inputs, random labels, a teacher's and a student's class. */
export interface DistillationProblem {
  /** P(Y = 1 | x) at the n inputs. */
  eta: ArrayLike<number>;
  teacher: LogisticModel;
  student: LogisticModel;
}

/** Throws unless both classes have a row for each element of eta; labelDistribution and the fits check the rest. */
export function checkProblem(problem: DistillationProblem): void {
  for (const name of ["teacher", "student"] as const) {
    const { features } = problem[name];
    checkDesign(features, `problem.${name}.features`);
    if (features.rows !== problem.eta.length) {
      throw new RangeError(
        `problem.${name}.features must have as many rows as eta (${problem.eta.length}), got ${features.rows}`,
      );
    }
  }
}

/** The learner y → mu. */
export const teacherLearner = ({ teacher }: DistillationProblem): Learner =>
  logisticModelFitter(teacher);

/**
 * The learner y → theta of the student at this weight of the teacher's term.
 *
 * @param alpha from 0, where the student sees the labels only, to Infinity, where it sees the teacher only
 * @example studentLearner(problem, Infinity)(Uint8Array.of(0, 1)) // the distilled student's weights
 */
export function studentLearner({ teacher, student }: DistillationProblem, alpha: number): Learner {
  const fit = logisticModelFitter(student);
  if (alpha === 0) return fit;
  const teach = logisticModelFitter(teacher);
  return (y) => fit(mixLabels(y, logisticProbabilities(teacher.features, teach(y)), alpha));
}

/** Exact results of a problem: information in bits, losses in nats. */
export interface ProblemComparison {
  /** H(y). */
  labelEntropy: number;
  /** I(y; mu). */
  teacher: number;
  /** I_0: the student on the labels. */
  student: number;
  /** I_inf: the student on the teacher's probabilities. */
  distilled: number;
  /** Expected log-loss of the two students over fresh labels at the same inputs. */
  studentLoss: number;
  distilledLoss: number;
  /** The smallest relative distance that counted as different, over the three learners. */
  smallestDifferentGap: number;
}

/**
 * Enumerates a problem: how much each learner's parameters say about the labels, and how well each student predicts.
 *
 * @param problem n from 1 to 16
 * @throws RangeError if equal and different optima cannot be told apart, or as labelDistribution and fitLogisticModel
 * @example compareProblem(NAMED_PROBLEMS[0].problem).distilled // 2
 */
export function compareProblem(problem: DistillationProblem): ProblemComparison {
  const labels = labelDistribution(problem.eta);
  checkProblem(problem);
  const { features } = problem.student;
  const studentOptima = optimaOf(labels, studentLearner(problem, 0));
  const distilledOptima = optimaOf(labels, studentLearner(problem, Infinity));
  const [teacher, student, distilled] = [
    optimaOf(labels, teacherLearner(problem)),
    studentOptima,
    distilledOptima,
  ].map((optima) => labelInformation(labels, optima));
  return {
    labelEntropy: teacher.labelEntropy,
    teacher: teacher.information,
    student: student.information,
    distilled: distilled.information,
    studentLoss: expectedLoss(labels, studentOptima, features, problem.eta),
    distilledLoss: expectedLoss(labels, distilledOptima, features, problem.eta),
    smallestDifferentGap: Math.min(
      teacher.smallestDifferentGap,
      student.smallestDifferentGap,
      distilled.smallestDifferentGap,
    ),
  };
}

/**
 * The expected log-loss of a learner over its training labels and fresh test labels, exactly; nats.
 *
 * @param features m × d, of the test inputs
 * @param eta P(Y = 1 | x) at the m test inputs
 */
export function expectedLoss(
  labels: LabelDistribution,
  optima: Optima,
  features: Matrix,
  eta: ArrayLike<number>,
): number {
  return expectedOverLabels(labels, optima, (weights) =>
    logLoss(eta, decisionFunction({ weights, intercept: 0 }, features)),
  );
}

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
  const teach = logisticModelFitter(teacher);
  return (y) => {
    const teacherModel = { weights: teach(y), intercept: 0 };
    const features = new Matrix(student.features);
    features.removeColumn(0);
    const fit = fitLeastSquares(features, decisionFunction(teacherModel, teacher.features));
    return [fit.intercept, ...fit.weights];
  };
};

/**
 * {@link compareProblem} as a row under the symbols of the text; bits and nats.
 *
 * @throws RangeError as compareProblem
 * @example comparisonRow("two points", twoPointProblem(0.5))["I₀"] // 1.5
 */
export function comparisonRow(example: string, problem: DistillationProblem): Row {
  const result = compareProblem(problem);
  return {
    example,
    "H(y)": result.labelEntropy,
    "I(y; μ)": result.teacher,
    "I₀": result.student,
    "I∞": result.distilled,
    "loss₀": result.studentLoss,
    "loss∞": result.distilledLoss,
  };
}

/** Solver noise below this is not shown: its digits carry no information. */
const NOISE = 1e-12;

/**
 * {@link LabelInformation} as a row, with the gap between equal and different optima, relative to the largest parameter.
 *
 * @throws RangeError if a number is not finite
 * @example informationRow("teacher", info)["smallest difference"] // "0.00002", say
 */
export function informationRow(learner: string, info: LabelInformation): Row {
  const { smallestDifferentGap, ...finite } = info;
  checkFinite("info", finite);
  checkNumber("info.smallestDifferentGap", smallestDifferentGap, 0, Infinity);
  return {
    learner,
    bits: info.information,
    "H(y)": info.labelEntropy,
    "different optima": info.distinct,
    "called equal up to":
      info.largestSameGap < NOISE ? "1e-12" : info.largestSameGap.toExponential(0),
    "smallest difference": `${+smallestDifferentGap.toPrecision(2)}`,
  };
}
