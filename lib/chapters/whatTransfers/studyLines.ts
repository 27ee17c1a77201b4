import { positive } from "../../plotting/checks.js";
import type { Line } from "../../plotting/lineFigure.js";
import type { Role } from "../../plotting/palette.js";
import { type Estimate, meanAndStandardError } from "../../statistics/estimate.js";
import { columnName, studyColumn } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import type { Contender } from "./softeningTrial.js";
import { checkColumn } from "./studyChecks.js";

/** How the students of the studies are called and drawn. */
export const STUDENT_ROLES: Record<Contender | "bayes", { label: string; role: Role }> = {
  student: { label: "hard labels", role: "student" },
  hack: { label: "hack", role: "hack" },
  soft: { label: "soft", role: "distilled" },
  shuffled: { label: "shuffled", role: "shuffled" },
  smoothed: { label: "smoothed", role: "smoothed" },
  bayes: { label: "true η", role: "truth" },
};

/**
 * A study's column as a line of means over its settings, with a band of two standard errors.
 *
 * @param options.x where the settings lie on the x-axis, if not at their own value
 * @param options.factor multiplies the values of a setting
 * @param options.log for a logarithmic axis, which shows only means above 0
 * @throws RangeError or TypeError where the study lacks a column, or it has fewer than 2 trials or a value that is not
 * finite
 */
export function studyLine(
  result: StudyResult,
  name: keyof typeof STUDENT_ROLES,
  settings: readonly number[],
  options: { x?: readonly number[]; factor?: (setting: number) => number; log?: boolean } = {},
): Line {
  const { x = settings, factor = () => 1, log = false } = options;
  const means = settings.map((setting) => {
    const key = columnName(name, setting);
    checkColumn(result, key);
    const mean = meanAndStandardError(studyColumn(result, key));
    if (log) positive(`mean of result["${key}"]`, mean.value);
    return mean;
  });
  const scaled = (key: keyof Estimate, times: number) =>
    means.map((value, i) => times * factor(settings[i]) * value[key]);
  return {
    ...STUDENT_ROLES[name],
    x,
    y: scaled("value", 1),
    halfWidth: scaled("standardError", 2),
    dots: true,
  };
}

/** "soft 0.61" and so on: the last value of each line, for alternative texts. */
export function lastValues(lines: readonly Line[], digits: number): string {
  return lines
    .map(({ label, y }) => `${label} ${(y[y.length - 1] as number).toFixed(digits)}`)
    .join(", ");
}
