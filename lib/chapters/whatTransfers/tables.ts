import { max } from "d3-array";
import { plusMinus, scaleEstimate } from "../../statistics/estimate.js";
import type { Row } from "../../statistics/row.js";
import { columnDifference, columnMean, columnVariance } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkFinite } from "../../validate/checks.js";
import {
  type AlphaParameters,
  checkParameters,
  type LimitParameters,
  type SofteningParameters,
  type TeacherParameters,
  type TemperatureParameters,
} from "./designs.js";
import type { LimitConstant } from "./limitConstants.js";
import { LIMIT_STUDENTS, type LimitStudent, SOFTENING_STUDENTS, STUDENTS } from "./studyLines.js";
import { TARGET_LABELS } from "./teacherFigure.js";
import { TARGETS } from "./trials.js";

/**
 * Each size's mean losses, the paired difference distilled - shuffled, and that in standard errors.
 *
 * @throws RangeError if a parameter is out of its range or the result has no such column
 */
export function softeningRows(
  result: StudyResult,
  parameters: Pick<SofteningParameters, "sizes">,
): Row[] {
  checkParameters(parameters);
  return parameters.sizes.map((n) => {
    const losses = SOFTENING_STUDENTS.map((name) => [
      STUDENTS[name].label,
      columnMean(result, name, n).value,
    ]);
    const gap = columnDifference(result, ["distilled", n], ["shuffled", n]);
    return {
      n,
      ...Object.fromEntries(losses),
      "distilled − shuffled": plusMinus(gap, 4),
      "in standard errors": (gap.value / gap.standardError).toFixed(1),
    };
  });
}

/**
 * Each alpha's mean losses and their paired difference.
 *
 * @throws RangeError if a parameter is out of its range or the result has no such column
 */
export function alphaRows(result: StudyResult, parameters: Pick<AlphaParameters, "alphas">): Row[] {
  checkParameters(parameters);
  return parameters.alphas.map((alpha) => ({
    α: alpha === Infinity ? "∞" : `${alpha}`,
    distilled: plusMinus(columnMean(result, "distilled", alpha)),
    shuffled: plusMinus(columnMean(result, "shuffled", alpha)),
    "distilled − shuffled": plusMinus(
      columnDifference(result, ["distilled", alpha], ["shuffled", alpha]),
    ),
  }));
}

/**
 * Each temperature's mean loss, its paired difference to that of the matched logits, and tau² times the gap in logits.
 *
 * @throws RangeError if a parameter is out of its range or the result has no such column
 */
export function temperatureRows(
  result: StudyResult,
  parameters: Pick<TemperatureParameters, "temperatures">,
): Row[] {
  checkParameters(parameters);
  return parameters.temperatures.map((tau) => {
    const gap = columnMean(result, "gap", tau).value;
    return {
      τ: `${tau}`,
      loss: columnMean(result, "distilled", tau).value,
      "loss − hack's": plusMinus(
        columnDifference(result, ["distilled", tau], ["logitMatching"]),
        5,
      ),
      "gap in logits": gap.toExponential(2),
      "τ² × gap": (tau ** 2 * gap).toFixed(4),
    };
  });
}

/**
 * What each kind of targets gives: its error, n times the variance of claim 17's objective, the student's loss.
 *
 * @throws RangeError if a parameter is out of its range or the result has no such column
 */
export function teacherRows(result: StudyResult, parameters: Pick<TeacherParameters, "n">): Row[] {
  checkParameters(parameters);
  return TARGETS.map((name) => ({
    targets: TARGET_LABELS[name].label,
    "E (target − η)²": plusMinus(columnMean(result, `${name}.error`)),
    "n · Var objective": plusMinus(
      scaleEstimate(columnVariance(result, `${name}.objective`), parameters.n),
      4,
    ),
    "student's loss": plusMinus(columnMean(result, `${name}.loss`)),
    "minus the true η's": plusMinus(columnDifference(result, [`${name}.loss`], ["bayes.loss"])),
  }));
}

/**
 * The students at the largest n: n times excess risk beside the constant and the bias of theory.
 *
 * @throws RangeError if a parameter is out of its range or the result has no such column
 */
export function limitRows(
  result: StudyResult,
  parameters: Pick<LimitParameters, "sizes">,
  constants: Record<LimitStudent, LimitConstant>,
): Row[] {
  checkParameters(parameters);
  checkFinite("constants", constants);
  const n = max(parameters.sizes) as number;
  return LIMIT_STUDENTS.map((name) => {
    const excess = columnMean(result, name, n);
    const { bias, constant } = constants[name];
    return {
      targets: STUDENTS[name].label,
      [`excess at n = ${n}`]: plusMinus(excess, 5),
      "n × excess": plusMinus(scaleEstimate(excess, n), 2),
      "theory: c": constant.toFixed(2),
      "theory: excess that stays": Math.abs(bias) < 1e-12 ? "0" : bias.toPrecision(2),
    };
  });
}
