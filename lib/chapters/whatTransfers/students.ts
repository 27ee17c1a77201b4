import type { Role } from "../../plotting/palette.js";

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
