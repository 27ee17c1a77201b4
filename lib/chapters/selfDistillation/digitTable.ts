import { meanAndStandardError, plusMinus } from "../../statistics/estimate.js";
import type { Row } from "../../statistics/row.js";
import { studyColumn } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { armsOf, compareArms, type Measure } from "./compareArms.js";
import { armLabel } from "./digitFigure.js";

/**
 * A study of digits as rows for a table: mean scores of each arm, and its difference to the network on labels with
 * standard errors.
 *
 * @throws RangeError as {@link compareArms}
 */
export function digitTable(result: StudyResult): Row[] {
  return armsOf(result).map((arm) => {
    const cells = (name: string, measure: Measure, digits: number) => {
      const mean = meanAndStandardError(
        studyColumn(result, measure, arm),
        `${arm} in result`,
      ).value;
      const { difference } = compareArms(result, measure, arm, "onLabels");
      return {
        [name]: mean.toFixed(digits),
        [`Δ ${name}`]: arm === "onLabels" ? "–" : plusMinus(difference, digits),
      };
    };
    return {
      arm: armLabel(arm),
      ...cells("error %", "errorRate", 2),
      ...cells("log-loss", "logLoss", 3),
      ...cells("recalibrated", "calibratedLogLoss", 3),
    };
  });
}
