import { postEta } from "../../data/postData.js";
import { softplus } from "../../losses/softplus.js";
import { fitLogistic } from "../../models/logistic.js";
import { fitTeacher, TEACHER_NAMES, type TeacherName } from "../../models/teachers.js";
import type { SeededStream } from "../../random/seededStream.js";
import { type Design, drawDesign } from "./designs.js";
import { studentFeatures, studentRisk } from "./studentRisk.js";

/** Where the student's targets come from: the labels themselves, or a teacher. */
export type TargetName = "hard" | TeacherName;
export const TARGET_NAMES: readonly TargetName[] = ["hard", ...TEACHER_NAMES];

export interface TeacherParameters {
  design: Design;
  /** Number of training examples. */
  n: number;
}

/**
 * One trial of the study of teachers: the same student on the targets of each.
 *
 * @returns for each kind of targets `<name>.loss`, the student's population log-loss in nats; `<name>.error`, the mean
 * squared distance of the targets to eta; `<name>.objective`, the training objective of the fixed predictor with logits
 * 0.1 x, in nats, whose variance over trials is claim 17's
 */
export function teacherTrial(
  { design, n }: TeacherParameters,
  rng: SeededStream,
): Record<string, number> {
  const { data } = drawDesign(design, rng, n);
  const { x, y } = data;
  const features = studentFeatures(design, x);
  const average = (value: (i: number) => number) => x.reduce((sum, _, i) => sum + value(i), 0) / n;
  const values: Record<string, number> = {};
  for (const name of TARGET_NAMES) {
    const targets = name === "hard" ? Float64Array.from(y) : fitTeacher(name, data)(x);
    const student = fitLogistic(features, targets, { l2: design.studentL2 });
    values[`${name}.loss`] = studentRisk(design).of(student);
    values[`${name}.error`] = average((i) => (targets[i] - postEta(x[i])) ** 2);
    values[`${name}.objective`] = average((i) => softplus(0.1 * x[i]) - targets[i] * 0.1 * x[i]);
  }
  return values;
}
