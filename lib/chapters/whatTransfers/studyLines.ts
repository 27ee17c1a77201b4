import * as Plot from "@observablehq/plot";
import { max } from "d3-array";
import { note } from "../../plotting/label.js";
import type { Line } from "../../plotting/lineFigure.js";
import { PALETTE, type Role } from "../../plotting/palette.js";
import { columnMean } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";

/** The students of the studies: what they learn from, and how they are called and drawn. */
export const STUDENTS = {
  /** The labels. */
  onLabels: { label: "hard labels", role: "student" },
  /** The teacher's logits, by least squares. */
  logitMatching: { label: "the post's hack", role: "hack" },
  /** The teacher's probabilities, by cross-entropy. */
  distilled: { label: "distilled", role: "distilled" },
  /** These probabilities, dealt out anew among the examples. */
  shuffled: { label: "shuffled", role: "shuffled" },
  /** Smoothed labels. */
  smoothed: { label: "smoothed", role: "smoothed" },
  /** The true probabilities. */
  onTrueEta: { label: "true η", role: "truth" },
} as const satisfies Record<string, { label: string; role: Role }>;

export type StudentName = keyof typeof STUDENTS;

/** The students of the control. */
export const SOFTENING_STUDENTS = [
  "onLabels",
  "logitMatching",
  "distilled",
  "shuffled",
  "smoothed",
] as const;

/** The students of the data limit. */
export const LIMIT_STUDENTS = ["onLabels", "logitMatching", "distilled", "onTrueEta"] as const;
export type LimitStudent = (typeof LIMIT_STUDENTS)[number];

/** A line that has a band. */
export type BandedLine = Line & { y: number[]; halfWidth: number[] };

/**
 * A study's column as a line of means over its settings, with a band of two standard errors.
 *
 * @param options.x where the settings lie on the x-axis, if not at their own value
 * @param options.factor multiplies the values of a setting
 * @throws RangeError if the study lacks a column, or it has fewer than 2 trials or a value that is not finite
 */
export function studyLine(
  result: StudyResult,
  name: StudentName,
  settings: readonly number[],
  options: { x?: readonly number[]; factor?: (setting: number) => number } = {},
): BandedLine {
  const { x = settings, factor = () => 1 } = options;
  const means = settings.map((setting) => columnMean(result, name, setting));
  return {
    ...STUDENTS[name],
    x,
    y: means.map(({ value }, i) => factor(settings[i]) * value),
    halfWidth: means.map(({ standardError }, i) => 2 * factor(settings[i]) * standardError),
    dots: true,
  };
}

/** The highest upper end of the lines' bands. */
export const highest = (lines: readonly BandedLine[]): number =>
  max(lines, ({ y, halfWidth }) => max(y, (v, i) => v + halfWidth[i])) as number;

/** "distilled: 0.61 to 0.58" and so on: the ends of each line, for alternative texts. */
export const endsOf = (lines: readonly BandedLine[], digits: number): string =>
  lines
    .map(
      ({ label, y }) => `${label}: ${y[0].toFixed(digits)} to ${y[y.length - 1].toFixed(digits)}`,
    )
    .join("; ");

/** A guide at the loss of the best cubic. */
export function bestCubic(best: number, x: number): Plot.Markish[] {
  return [
    Plot.ruleY([best], { stroke: PALETTE.guide, strokeDasharray: "1 3" }),
    note("best cubic", { x, y: best, textAnchor: "start", dy: 8, fill: PALETTE.guide }),
  ];
}
