import { meanError } from "../experiments/meanError.js";
import type { Contender } from "../experiments/softeningTrial.js";
import { column } from "../experiments/studyColumn.js";
import type { StudyResult } from "../experiments/trialLoop.js";
import type { Line } from "./lineFigure.js";
import type { Role } from "./palette.js";

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
 */
export function studyLine(
  result: StudyResult,
  name: keyof typeof STUDENT_ROLES,
  settings: readonly number[],
  options: { x?: readonly number[]; factor?: (setting: number) => number } = {},
): Line {
  const { x = settings, factor = () => 1 } = options;
  const means = settings.map((setting) => meanError(column(result, name, setting)));
  const scaled = (key: "mean" | "standardError", times: number) =>
    means.map((value, i) => times * factor(settings[i]) * value[key]);
  return {
    ...STUDENT_ROLES[name],
    x,
    y: scaled("mean", 1),
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
