import { mean } from "d3-array";
import { checkNotEmpty } from "../../validate/checks.js";
import type { Score } from "./digitExam.js";
import { armValues, compareArms, type DigitStudyResult } from "./digitStudy.js";

/**
 * A study as rows for a table: mean scores of each arm, and its difference to the plain network with standard errors.
 *
 * @throws RangeError or TypeError where result is empty or as {@link compareArms}
 */
export function studyTable<Arm extends string>(
  result: DigitStudyResult<Arm | "plain">,
  nameOf: (arm: string) => string = (arm) => arm,
): Record<string, string | number>[] {
  checkNotEmpty("result", result as unknown as ArrayLike<number>);
  const average = (arm: Arm | "plain", measure: keyof Score) =>
    mean(armValues(result, measure, arm)) as number;
  const gap = (arm: Arm | "plain", measure: keyof Score, digits: number) => {
    if (arm === "plain") return "–";
    const { value, standardError } = compareArms(result, measure, arm, "plain").difference;
    return `${value.toFixed(digits)} ± ${standardError.toFixed(digits)}`;
  };
  return (Object.keys(result[0]) as Arm[]).map((arm) => ({
    arm: nameOf(arm),
    "error %": average(arm, "errorRate").toFixed(2),
    "minus plain": gap(arm, "errorRate", 2),
    "log-loss": average(arm, "logLoss").toFixed(3),
    "minus plain ": gap(arm, "logLoss", 3),
    recalibrated: average(arm, "calibratedLogLoss").toFixed(3),
    "minus plain  ": gap(arm, "calibratedLogLoss", 3),
  }));
}
