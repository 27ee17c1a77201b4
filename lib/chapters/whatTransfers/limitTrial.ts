import { logit } from "../../losses/softplus.js";
import { fitLeastSquares } from "../../models/leastSquares.js";
import { fitLogistic } from "../../models/logistic.js";
import { fitTeacher } from "../../models/teachers.js";
import type { SeededStream } from "../../random/seededStream.js";
import { columnName } from "../../studies/studyColumn.js";
import { type Design, drawDesign, firstExamples } from "./designs.js";
import { studentFeatures, studentRisk } from "./studentRisk.js";

/** The students of the data limit: on labels, on the teacher's logits, on its probabilities, on the true ones. */
export const LIMIT_NAMES = ["student", "hack", "soft", "bayes"] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];

export interface LimitParameters {
  design: Design;
  /** Numbers of training examples, in rising order. */
  sizes: readonly number[];
}

/**
 * One trial of the data limit: one data set, whose first n examples train four students for each n.
 *
 * @returns `<name>@<n>`, the population log-loss beyond that of the best cubic, in nats
 */
export function limitTrial(
  { design, sizes }: LimitParameters,
  rng: SeededStream,
): Record<string, number> {
  const { data } = drawDesign(design, rng, sizes[sizes.length - 1], sizes[0]);
  const { of, best } = studentRisk(design);
  const values: Record<string, number> = {};
  for (const n of sizes) {
    const { x, y } = firstExamples(data, n);
    const features = studentFeatures(design, x);
    const taught = fitTeacher("sine", { x, y })(x);
    const excess = (targets: ArrayLike<number>) =>
      of(fitLogistic(features, targets, { l2: design.studentL2 })) - best;
    values[columnName("student", n)] = excess(y);
    values[columnName("hack", n)] = of(fitLeastSquares(features, taught.map(logit))) - best;
    values[columnName("soft", n)] = excess(taught);
    values[columnName("bayes", n)] = excess(fitTeacher("bayes", data)(x));
  }
  return values;
}
