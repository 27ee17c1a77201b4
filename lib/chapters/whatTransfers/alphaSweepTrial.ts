import { mixLabels } from "../../losses/targets.js";
import { fitLogistic } from "../../models/logistic.js";
import { fitTeacher } from "../../models/teachers.js";
import type { SeededStream } from "../../random/seededStream.js";
import { columnName } from "../../studies/studyColumn.js";
import { type Design, drawDesign } from "./designs.js";
import { studentFeatures, studentRisk } from "./studentRisk.js";

export interface AlphaParameters {
  design: Design;
  /** Number of training examples. */
  n: number;
  /** Weights of the teacher's term, 0 to Infinity. */
  alphas: readonly number[];
}

/**
 * One trial of the sweep over alpha: the student on the mixed labels, once with the teacher and once with the shuffled
 * teacher, the same shuffle for every alpha.
 *
 * @returns `soft@<alpha>` and `shuffled@<alpha>`, population log-losses in nats
 */
export function alphaTrial(
  { design, n, alphas }: AlphaParameters,
  rng: SeededStream,
): Record<string, number> {
  const { x, y } = drawDesign(design, rng, n).data;
  const features = studentFeatures(design, x);
  const taught = fitTeacher("sine", { x, y })(x);
  const shuffled = Float64Array.from(rng.permutation(n), (i) => taught[i]);
  const loss = (teacher: Float64Array, alpha: number) =>
    studentRisk(design).of(
      fitLogistic(features, mixLabels(y, teacher, alpha), { l2: design.studentL2 }),
    );
  return Object.fromEntries(
    alphas.flatMap((alpha) => [
      [columnName("soft", alpha), loss(taught, alpha)],
      [columnName("shuffled", alpha), loss(shuffled, alpha)],
    ]),
  );
}
