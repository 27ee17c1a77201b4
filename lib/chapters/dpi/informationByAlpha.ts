import { labelDistribution } from "../../information/labelDistribution.js";
import {
  conditionalLabelInformation,
  labelInformation,
  roundedInformation,
} from "../../information/labelInformation.js";
import { optimaOf } from "../../information/optima.js";
import { checkNumber, checkValues } from "../../validate/checks.js";
import {
  checkProblem,
  type DistillationProblem,
  studentLearner,
  teacherLearner,
} from "./distillationProblem.js";

/** What a student's parameters say about the labels at one weight of the teacher's term; bits. */
export interface AlphaInformation {
  alpha: number;
  /** I(y; theta). */
  information: number;
  /** I(y; theta | mu), 0 in a Markov chain. */
  beyondTeacher: number;
  /** I(y; theta) after the parameters are rounded. */
  rounded: number;
}

/**
 * The information in the student's parameters against alpha, beside the teacher's.
 *
 * @param problem n from 1 to 16
 * @param alphas from 0 to Infinity; finite ones far above 1e6 cannot be told from Infinity in double precision
 * @param options.resolution parameters are rounded to multiples of it for `rounded`
 * @returns I(y; mu) and one row an alpha
 * @throws RangeError as compareProblem, or if an argument is out of its range or an alpha so large that equal and
 * different optima cannot be told apart
 * @example informationByAlpha(signTeacherProblem(), [Infinity]).rows[0].beyondTeacher // 0
 */
export function informationByAlpha(
  problem: DistillationProblem,
  alphas: readonly number[],
  { resolution = 0.1 } = {},
): { teacher: number; labelEntropy: number; rows: AlphaInformation[] } {
  checkProblem(problem);
  checkValues("alphas", alphas, 0, Infinity);
  checkNumber("resolution", resolution, Number.MIN_VALUE);
  const labels = labelDistribution(problem.eta);
  const mu = optimaOf(labels, teacherLearner(problem));
  const { information: teacher, labelEntropy } = labelInformation(labels, mu);
  const rows = alphas.map((alpha) => {
    const theta = optimaOf(labels, studentLearner(problem, alpha));
    return {
      alpha,
      information: labelInformation(labels, theta).information,
      beyondTeacher: conditionalLabelInformation(labels, theta, mu),
      rounded: roundedInformation(labels, theta, resolution),
    };
  });
  return { teacher, labelEntropy, rows };
}
