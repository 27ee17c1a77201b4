import { MAX_TEMPERATURE } from "../../losses/domains.js";
import {
  meanAndStandardError,
  plusMinus,
  scaleEstimate,
  varianceAndStandardError,
} from "../../statistics/estimate.js";
import { pairedDifference } from "../../statistics/paired.js";
import type { Row } from "../../statistics/row.js";
import { studyColumn } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkNotEmpty, checkNumber, checkValues } from "../../validate/checks.js";
import type { AlphaParameters } from "./alphaSweepTrial.js";
import type { LimitConstant } from "./limitConstants.js";
import { LIMIT_NAMES, type LimitName, type LimitParameters } from "./limitTrial.js";
import { CONTENDERS, type SofteningParameters } from "./softeningTrial.js";
import { TARGET_NAMES, type TeacherParameters } from "./teacherTrial.js";
import type { TemperatureParameters } from "./temperatureTrial.js";

/** What the tables call a student or its targets; other names stay. */
const WORDS: Record<string, string> = {
  student: "hard labels",
  hard: "hard labels",
  smoother: "kernel smoother",
  bayes: "true η",
};
const wordsFor = (name: string) => WORDS[name] ?? name;

const columnsOf = (result: StudyResult) => (name: string, setting?: number) =>
  studyColumn(result, name, setting);

/**
 * Each size's mean losses, the paired difference soft - shuffled, and that in standard errors.
 *
 * @throws RangeError or TypeError as studyColumn and pairedDifference, or where a setting is out of its range
 */
export function softeningRows(
  result: StudyResult,
  { sizes }: Pick<SofteningParameters, "sizes">,
): Row[] {
  checkNotEmpty("sizes", sizes);
  checkValues("sizes", sizes);
  const of = columnsOf(result);
  return sizes.map((n) => {
    const losses = CONTENDERS.map((name) => [
      wordsFor(name),
      meanAndStandardError(of(name, n)).value,
    ]);
    const gain = pairedDifference(of("soft", n), of("shuffled", n));
    return {
      n,
      ...Object.fromEntries(losses),
      "soft − shuffled": plusMinus(gain, 4),
      "in standard errors": (gain.value / gain.standardError).toFixed(1),
    };
  });
}

/**
 * Each alpha's mean losses and their paired difference.
 *
 * @throws RangeError or TypeError as studyColumn and pairedDifference, or where a setting is out of its range
 */
export function alphaRows(result: StudyResult, { alphas }: AlphaParameters): Row[] {
  checkNotEmpty("alphas", alphas);
  checkValues("alphas", alphas, 0, Infinity);
  const of = columnsOf(result);
  return alphas.map((alpha) => {
    const soft = of("soft", alpha);
    const shuffled = of("shuffled", alpha);
    return {
      α: alpha === Infinity ? "∞" : `${alpha}`,
      soft: plusMinus(meanAndStandardError(soft)),
      shuffled: plusMinus(meanAndStandardError(shuffled)),
      "soft − shuffled": plusMinus(pairedDifference(soft, shuffled)),
    };
  });
}

/**
 * Each temperature's mean loss, its paired difference to the hack's, and tau² times the gap in logits.
 *
 * @throws RangeError or TypeError as studyColumn and pairedDifference, or where a setting is out of its range
 */
export function temperatureRows(
  result: StudyResult,
  { temperatures }: TemperatureParameters,
): Row[] {
  checkNotEmpty("temperatures", temperatures);
  checkValues("temperatures", temperatures, 0, MAX_TEMPERATURE);
  const of = columnsOf(result);
  return temperatures.map((tau) => {
    const { value: gap } = meanAndStandardError(of("gap", tau));
    const soft = of("soft", tau);
    return {
      τ: `${tau}`,
      loss: meanAndStandardError(soft).value,
      "loss − hack": plusMinus(pairedDifference(soft, of("hack")), 5),
      "gap in logits": gap.toExponential(2),
      "τ² × gap": (tau ** 2 * gap).toFixed(4),
    };
  });
}

/**
 * What each kind of targets gives: its error, n times the variance of claim 17's objective, the student's loss.
 *
 * @throws RangeError or TypeError as studyColumn and pairedDifference, or where a setting is out of its range
 */
export function teacherRows(result: StudyResult, { n }: TeacherParameters): Row[] {
  checkNumber("n", n);
  const of = columnsOf(result);
  return TARGET_NAMES.map((name) => {
    const variance = varianceAndStandardError(of(`${name}.objective`));
    const losses = of(`${name}.loss`);
    return {
      targets: wordsFor(name),
      "E (target − η)²": plusMinus(meanAndStandardError(of(`${name}.error`))),
      "n · Var objective": plusMinus(scaleEstimate(variance, n), 4),
      "student's loss": plusMinus(meanAndStandardError(losses)),
      "minus the true η's": plusMinus(pairedDifference(losses, of("bayes.loss"))),
    };
  });
}

/**
 * The students at the largest n: n times excess risk beside the constant and the bias of theory.
 *
 * @throws RangeError or TypeError as studyColumn and pairedDifference, or where a setting is out of its range
 */
export function limitRows(
  result: StudyResult,
  { sizes }: LimitParameters,
  constants: Record<LimitName, LimitConstant>,
): Row[] {
  checkNotEmpty("sizes", sizes);
  checkValues("sizes", sizes);
  const of = columnsOf(result);
  const n = sizes[sizes.length - 1];
  return LIMIT_NAMES.map((name) => {
    const excess = meanAndStandardError(of(name, n));
    const { bias, constant } = constants[name];
    checkNumber(`constants.${name}.bias`, bias);
    checkNumber(`constants.${name}.constant`, constant);
    return {
      targets: wordsFor(name),
      [`excess at n = ${n}`]: plusMinus(excess, 5),
      "n × excess": plusMinus(scaleEstimate(excess, n), 2),
      "theory: c": constant.toFixed(2),
      "theory: excess that stays": Math.abs(bias) < 1e-12 ? "0" : bias.toPrecision(2),
    };
  });
}
