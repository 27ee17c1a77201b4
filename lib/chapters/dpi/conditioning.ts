import { Matrix } from "ml-matrix";
import { mutualInformation } from "../../information/entropy.js";
import { groupOptima } from "../../information/groupOptima.js";
import { labelDistribution } from "../../information/labelDistribution.js";
import { labelInformation } from "../../information/labelInformation.js";
import { type Learner, type Optima, optimaOf } from "../../information/optima.js";
import { type DistillationProblem, studentLearner, teacherLearner } from "./distillationProblem.js";

/** I(y; mu) and I_inf(y; theta), in bits. */
export interface ChainInformation {
  teacher: number;
  distilled: number;
}

const DESIGNS = [
  [2, -1, -1],
  [-1, 2, 2],
];
const etaOf = (x: number) => (x > 0 ? 0.9 : 0.1);

/** Three inputs of one of two equally likely designs; a constant teacher, and a student with a constant and a slope. */
export const twoDesignProblems = (): DistillationProblem[] =>
  DESIGNS.map((x) => ({
    eta: x.map(etaOf),
    teacher: { features: new Matrix(x.map(() => [1])), l2: 1 },
    student: { features: new Matrix(x.map((value) => [1, value])), l2: 1 },
  }));

/**
 * The chain y → mu → theta over two equally likely sets of inputs, with the inputs given and without: the first obeys
 * the data-processing inequality, the second does not, since the student also reads the inputs.
 *
 * @example conditioning().given.teacher >= conditioning().given.distilled // true
 */
export function conditioning(): { given: ChainInformation; notGiven: ChainInformation } {
  const problems = twoDesignProblems();
  const labels = problems.map(({ eta }) => labelDistribution(eta));
  const both = (learnerOf: (problem: DistillationProblem) => Learner) => {
    const optima = problems.map((problem, d) => optimaOf(labels[d], learnerOf(problem)));
    const given = optima.map((some, d) => labelInformation(labels[d], some).information);
    return { given: (given[0] + given[1]) / 2, notGiven: unconditional(optima) };
  };
  const unconditional = (optima: Optima[]) => {
    const { groupOf, representatives } = groupOptima(optima.flat());
    const { count } = labels[0];
    const joint = Array.from({ length: count }, () => new Float64Array(representatives.length));
    groupOf.forEach((group, k) => {
      joint[k % count][group] += labels[Math.floor(k / count)].probabilities[k % count] / 2;
    });
    return mutualInformation(joint);
  };
  const mu = both(teacherLearner);
  const theta = both((problem) => studentLearner(problem, Infinity));
  return {
    given: { teacher: mu.given, distilled: theta.given },
    notGiven: { teacher: mu.notGiven, distilled: theta.notGiven },
  };
}
