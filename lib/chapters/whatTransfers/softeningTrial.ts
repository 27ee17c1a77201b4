import { logit } from "../../losses/softplus.js";
import { smoothLabels } from "../../losses/targets.js";
import { fitLeastSquares } from "../../models/leastSquares.js";
import { fitLogistic } from "../../models/logistic.js";
import { fitTeacher } from "../../models/teachers.js";
import type { SeededStream } from "../../random/seededStream.js";
import { columnName } from "../../studies/studyColumn.js";
import { type Design, drawDesign, firstExamples } from "./designs.js";
import { studentFeatures, studentRisk } from "./studentRisk.js";

/**
 * The same student five ways: on the hard labels; by least squares on the teacher's logits (the post's hack); by cross-
 * entropy on the teacher's probabilities; on these probabilities dealt out anew among the examples; on smoothed labels.
 */
export const CONTENDERS = ["student", "hack", "soft", "shuffled", "smoothed"] as const;
export type Contender = (typeof CONTENDERS)[number];

export interface SofteningParameters {
  design: Design;
  /** Numbers of training examples, at least 5 each, in rising order. */
  sizes: readonly number[];
  /** Of label smoothing. */
  epsilon: number;
}

/**
 * One trial of the softening study: one data set, whose first n examples train the contenders for each n.
 *
 * @returns `<contender>@<n>`, population log-loss in nats, and `redrawn`, see drawDesign
 */
export function softeningTrial(
  { design, sizes, epsilon }: SofteningParameters,
  rng: SeededStream,
): Record<string, number> {
  const { data, redrawn } = drawDesign(design, rng, sizes[sizes.length - 1], sizes[0]);
  const risk = studentRisk(design);
  const values: Record<string, number> = { redrawn };
  for (const n of sizes) {
    const { x, y } = firstExamples(data, n);
    const features = studentFeatures(design, x);
    const taught = fitTeacher("sine", { x, y })(x);
    const on = (targets: ArrayLike<number>) =>
      risk.of(fitLogistic(features, targets, { l2: design.studentL2 }));
    values[columnName("student", n)] = on(y);
    values[columnName("hack", n)] = risk.of(fitLeastSquares(features, taught.map(logit)));
    values[columnName("soft", n)] = on(taught);
    values[columnName("shuffled", n)] = on(Float64Array.from(rng.permutation(n), (i) => taught[i]));
    values[columnName("smoothed", n)] = on(smoothLabels(y, epsilon));
  }
  return values;
}
