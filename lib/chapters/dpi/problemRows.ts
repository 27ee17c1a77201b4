import { labelDistribution, labelVector } from "../../information/labelDistribution.js";
import type { LabelInformation } from "../../information/labelInformation.js";
import type { Row } from "../../statistics/row.js";
import { checkInteger, checkNumber } from "../../validate/checks.js";
import {
  checkProblem,
  compareProblem,
  type DistillationProblem,
  studentLearner,
  teacherLearner,
} from "./distillationProblem.js";
import type { AlphaInformation } from "./informationByAlpha.js";

const numbers = (values: ArrayLike<number>) =>
  Array.from(values, (value) => (Math.abs(value) < 5e-4 ? "0.000" : value.toFixed(3))).join(", ");

/**
 * Every label vector of a small problem with its probability and the three learners' parameters, to three digits.
 *
 * @param problem n from 1 to 4
 * @returns 2^n rows
 * @throws RangeError or TypeError where n is above 4 or the problem is none
 * @example labelRows(twoPointProblem(0.5))[0].probability // 0.25
 */
export function labelRows(problem: DistillationProblem): Row[] {
  checkProblem(problem);
  const n = problem.eta.length;
  checkInteger("n, the labels of problem", n, 1, 4);
  const labels = labelDistribution(problem.eta);
  const learners = [
    teacherLearner(problem),
    studentLearner(problem, 0),
    studentLearner(problem, Infinity),
  ];
  return Array.from(labels.probabilities, (probability, k) => {
    const y = labelVector(n, k);
    const [mu, hard, distilled] = learners.map((learner) => numbers(learner(y)));
    return { y: y.join(" "), probability, μ: mu, "θ, α = 0": hard, "θ, α = ∞": distilled };
  });
}

/**
 * {@link compareProblem} as a row under the symbols of the text; bits and nats.
 *
 * @throws RangeError or TypeError where example is no text, or as compareProblem
 * @example comparisonRow("two points", twoPointProblem(0.5))["I₀"] // 1.5
 */
export function comparisonRow(example: string, problem: DistillationProblem): Row {
  const result = compareProblem(problem);
  return {
    example,
    "H(y)": result.labelEntropy,
    "I(y; μ)": result.teacher,
    "I₀": result.hard,
    "I∞": result.distilled,
    "loss₀": result.hardLoss,
    "loss∞": result.distilledLoss,
  };
}

/**
 * The rows of informationByAlpha under the symbols of the text; bits.
 *
 * @throws RangeError or TypeError where a number is out of its range
 * @example alphaInformationRows([{ alpha: Infinity, information: 2, beyondTeacher: 0, rounded: 2 }])[0]["α"] // "∞"
 */
export function alphaInformationRows(rows: readonly AlphaInformation[]): Row[] {
  rows.forEach(({ alpha, information, beyondTeacher }, i) => {
    checkNumber(`rows[${i}].alpha`, alpha, 0, Infinity);
    checkNumber(`rows[${i}].information`, information, 0);
    checkNumber(`rows[${i}].beyondTeacher`, beyondTeacher, 0);
  });
  return rows.map(({ alpha, information, beyondTeacher }) => ({
    α: alpha === Infinity ? "∞" : `${alpha}`,
    "I(y; θ)": information,
    "I(y; θ | μ)": beyondTeacher,
  }));
}

/** Solver noise below this is not shown: its digits are nobody's business. */
const NOISE = 1e-12;

/**
 * {@link LabelInformation} as a row, with the gap between equal and different optima, relative to the largest parameter.
 *
 * @throws RangeError or TypeError where learner is no text or a number is out of its range
 * @example informationRow("teacher", info)["smallest difference"] // "0.00002", say
 */
export function informationRow(learner: string, info: LabelInformation): Row {
  checkNumber("info.information", info.information, 0);
  checkNumber("info.labelEntropy", info.labelEntropy, 0);
  checkInteger("info.distinct", info.distinct, 1);
  checkNumber("info.within", info.within, 0);
  checkNumber("info.between", info.between, 0, Infinity);
  return {
    learner,
    bits: info.information,
    "H(y)": info.labelEntropy,
    "different optima": info.distinct,
    "called equal up to": info.within < NOISE ? "1e-12" : info.within.toExponential(0),
    "smallest difference": `${+info.between.toPrecision(2)}`,
  };
}
