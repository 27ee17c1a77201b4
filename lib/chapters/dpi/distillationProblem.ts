import type { Matrix } from "ml-matrix";
import { expectedOverLabels } from "../../information/expectedOverLabels.js";
import { type LabelDistribution, labelDistribution } from "../../information/labelDistribution.js";
import { labelInformation } from "../../information/labelInformation.js";
import { type Learner, type Optima, optimaOf } from "../../information/optima.js";
import { logLoss } from "../../losses/logLoss.js";
import { checkDesign } from "../../models/designMatrix.js";
import { decisionFunction } from "../../models/linearModel.js";
import {
  fitLogisticModel,
  type LogisticModel,
  logisticProbabilities,
} from "../../models/logisticModel.js";
import { checkLength, checkNotEmpty, checkValues } from "../../validate/checks.js";

/** A distillation small enough to enumerate: fixed inputs, random labels, a teacher's and a student's class. */
export interface DistillationProblem {
  /** P(Y = 1 | x) at the n inputs. */
  eta: ArrayLike<number>;
  teacher: LogisticModel;
  student: LogisticModel;
}

/** Throws unless the problem has label probabilities and two classes of as many rows; the fits look at the penalties. */
export function checkProblem(problem: DistillationProblem): void {
  checkNotEmpty("problem.eta", problem.eta);
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
export const teacherLearner =
  ({ teacher }: DistillationProblem): Learner =>
  (y) =>
    fitLogisticModel(teacher, y);

/**
 * The learner y → theta of the student at this weight of the teacher's term.
 *
 * @param alpha from 0, where the student sees the labels only, to Infinity, where it sees the teacher only
 * @example studentLearner(problem, Infinity)(Uint8Array.of(0, 1)) // the distilled student's weights
 */
export const studentLearner =
  ({ teacher, student }: DistillationProblem, alpha: number): Learner =>
  (y) =>
    alpha === 0
      ? fitLogisticModel(student, y)
      : fitLogisticModel(student, y, {
          teacher: logisticProbabilities(teacher.features, fitLogisticModel(teacher, y)),
          alpha,
          penaltyOn: "combined",
        });

/** Exact results of a problem: information in bits, losses in nats. */
export interface ProblemComparison {
  /** H(y). */
  labelEntropy: number;
  /** I(y; mu). */
  teacher: number;
  /** I_0: the student on the labels. */
  hard: number;
  /** I_inf: the student on the teacher's probabilities. */
  distilled: number;
  /** Expected log-loss of the two students over fresh labels at the same inputs. */
  hardLoss: number;
  distilledLoss: number;
  /** The smallest relative distance that counted as different, over the three learners. */
  between: number;
}

/**
 * Enumerates a problem: how much each learner's parameters say about the labels, and how well each student predicts.
 *
 * @param problem n from 1 to 16
 * @throws RangeError or TypeError where equal and different optima cannot be told apart, the problem is none, or as
 * labelDistribution and optimaOf
 * @example compareProblem(NAMED_PROBLEMS[0].problem).distilled // 2
 */
export function compareProblem(problem: DistillationProblem): ProblemComparison {
  checkProblem(problem);
  const labels = labelDistribution(problem.eta);
  const { features } = problem.student;
  const teacher = labelInformation(labels, optimaOf(labels, teacherLearner(problem)));
  const hardOptima = optimaOf(labels, studentLearner(problem, 0));
  const distilledOptima = optimaOf(labels, studentLearner(problem, Infinity));
  const hard = labelInformation(labels, hardOptima);
  const distilled = labelInformation(labels, distilledOptima);
  return {
    labelEntropy: teacher.labelEntropy,
    teacher: teacher.information,
    hard: hard.information,
    distilled: distilled.information,
    hardLoss: expectedLoss(labels, hardOptima, features, problem.eta),
    distilledLoss: expectedLoss(labels, distilledOptima, features, problem.eta),
    between: Math.min(teacher.between, hard.between, distilled.between),
  };
}

/**
 * The expected log-loss of a learner over its training labels and fresh test labels, exactly.
 *
 * @param features m × d, of the test inputs
 * @param eta P(Y = 1 | x) at the m test inputs
 * @returns nats
 * @throws RangeError or TypeError where labels, optima or features are none, or their lengths do not fit
 * @example expectedLoss(labels, optima, problem.student.features, problem.eta) // 0.721… for the first named problem
 */
export function expectedLoss(
  labels: LabelDistribution,
  optima: Optima,
  features: Matrix,
  eta: ArrayLike<number>,
): number {
  checkDesign(features, "features");
  checkLength("eta", eta, features.rows, "the rows of features");
  checkValues("eta", eta, 0, 1);
  return expectedOverLabels(labels, optima, (weights) =>
    logLoss(eta, decisionFunction({ weights, intercept: 0 }, features)),
  );
}
