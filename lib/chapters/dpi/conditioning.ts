import { Matrix } from "ml-matrix";
import { mutualInformation } from "../../information/entropy.js";
import { groupOptima } from "../../information/groupOptima.js";
import { labelDistribution } from "../../information/labelDistribution.js";
import { labelInformation } from "../../information/labelInformation.js";
import { type Learner, optimaOf } from "../../information/optima.js";
import {
  checkInteger,
  checkLength,
  checkNotEmpty,
  checkValues,
  MAX_MAGNITUDE,
} from "../../validate/checks.js";
import {
  checkProblem,
  type DistillationProblem,
  studentLearner,
  teacherLearner,
} from "./distillationProblem.js";

/** I(y; mu) and I_inf(y; theta), in bits. */
export interface ChainInformation {
  teacher: number;
  distilled: number;
}

/**
 * The problem of some inputs with eta .9 where they are positive and .1 elsewhere; a constant teacher, and a student with
 * a constant and a slope.
 *
 * @throws RangeError if there is no input or one is not finite
 * @example constantTeacherProblem([2, -1, -1]).eta // [ 0.9, 0.1, 0.1 ]
 */
export function constantTeacherProblem(inputs: readonly number[]): DistillationProblem {
  checkNotEmpty("inputs", inputs);
  checkValues("inputs", inputs, -MAX_MAGNITUDE, MAX_MAGNITUDE);
  return {
    eta: inputs.map((x) => (x > 0 ? 0.9 : 0.1)),
    teacher: { features: new Matrix(inputs.map(() => [1])), l2: 1 },
    student: { features: new Matrix(inputs.map((x) => [1, x])), l2: 1 },
  };
}

/**
 * The chain y → mu → theta over two equally likely problems that share their teacher, with the inputs given and without:
 * the first obeys the data-processing inequality, the second need not, since the student also reads the inputs.
 *
 * @param problems of as many inputs and features
 * @throws RangeError if their numbers differ, or as compareProblem
 * @example conditioning([[2, -1, -1], [-1, 2, 2]].map(constantTeacherProblem)).given.teacher // 1.0957…
 */
export function conditioning(problems: readonly DistillationProblem[]): {
  given: ChainInformation;
  notGiven: ChainInformation;
} {
  checkNotEmpty("problems", problems as never);
  const labels = problems.map(({ eta }) => labelDistribution(eta));
  for (const [d, problem] of problems.entries()) {
    checkProblem(problem);
    checkLength(`problems[${d}].eta`, problem.eta, problems[0].eta.length, "problems[0].eta");
    for (const name of ["teacher", "student"] as const) {
      const { columns } = problems[0][name].features;
      const own = problem[name].features.columns;
      checkInteger(`the columns of problems[${d}].${name}.features`, own, columns, columns);
    }
  }
  const share = 1 / problems.length;
  const both = (learnerOf: (problem: DistillationProblem) => Learner) => {
    const optima = problems.map((problem, d) => optimaOf(labels[d], learnerOf(problem)));
    const { groupOf, representatives } = groupOptima(optima.flat());
    const { count } = labels[0];
    const joint = Array.from({ length: count }, () => new Float64Array(representatives.length));
    groupOf.forEach((group, k) => {
      joint[k % count][group] += share * labels[Math.floor(k / count)].probabilities[k % count];
    });
    return {
      given: optima.reduce(
        (sum, some, d) => sum + share * labelInformation(labels[d], some).information,
        0,
      ),
      notGiven: mutualInformation(joint),
    };
  };
  const mu = both(teacherLearner);
  const theta = both((problem) => studentLearner(problem, Infinity));
  return {
    given: { teacher: mu.given, distilled: theta.given },
    notGiven: { teacher: mu.notGiven, distilled: theta.notGiven },
  };
}
