import type { LabelInformation } from "../../information/labelInformation.js";
import type { Row } from "../../statistics/row.js";
import { checkFinite, checkNumber } from "../../validate/checks.js";
import { compareProblem, type DistillationProblem } from "./distillationProblem.js";

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
