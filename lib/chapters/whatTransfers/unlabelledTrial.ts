import { fitLogistic } from "../../models/logistic.js";
import { fitTeacher } from "../../models/teachers.js";
import type { SeededStream } from "../../random/seededStream.js";
import { columnName } from "../../studies/studyColumn.js";
import { type Design, drawDesign } from "./designs.js";
import { studentFeatures, studentRisk } from "./studentRisk.js";

export interface UnlabelledParameters {
  design: Design;
  /** Number of labelled examples: they train the teacher. */
  n: number;
  /** Numbers of further inputs that only the teacher labels, in rising order. */
  extra: readonly number[];
}

/**
 * One trial of the study of unlabelled inputs: the student learns the teacher's probabilities on the n labelled inputs
 * and on `extra` more.
 *
 * @returns `student`, on the n labels alone, and `soft@<extra>`, population log-losses in nats
 */
export function unlabelledTrial(
  { design, n, extra }: UnlabelledParameters,
  rng: SeededStream,
): Record<string, number> {
  const { data } = drawDesign(design, rng, n);
  const teacher = fitTeacher("sine", data);
  const more = rng.normal(extra[extra.length - 1]).map((z) => z * design.inputScale);
  const loss = (x: Float64Array, targets: ArrayLike<number>) =>
    studentRisk(design).of(
      fitLogistic(studentFeatures(design, x), targets, { l2: design.studentL2 }),
    );
  const values: Record<string, number> = { student: loss(data.x, data.y) };
  for (const m of extra) {
    const x = Float64Array.of(...data.x, ...more.subarray(0, m));
    values[columnName("soft", m)] = loss(x, teacher(x));
  }
  return values;
}
