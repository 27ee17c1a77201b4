import { logit } from "../../losses/softplus.js";
import { fitLeastSquares } from "../../models/leastSquares.js";
import { decisionFunction } from "../../models/linearModel.js";
import { fitSoftStudent } from "../../models/softStudent.js";
import { fitTeacher } from "../../models/teachers.js";
import type { SeededStream } from "../../random/seededStream.js";
import { columnName } from "../../studies/studyColumn.js";
import { type Design, drawDesign } from "./designs.js";
import { studentFeatures, studentRisk } from "./studentRisk.js";

export interface TemperatureParameters {
  design: Design;
  /** Number of training examples. */
  n: number;
  temperatures: readonly number[];
}

/**
 * One trial of the sweep over temperature. Neither the student nor the hack has a penalty here, so that the limit of
 * the one is the other exactly; soft targets lie strictly between 0 and 1, so the optimum exists.
 *
 * @returns `hack` and `soft@<temperature>`, population log-losses in nats, and `gap@<temperature>`, the root mean square
 * over the training inputs of the difference between the two students' logits
 */
export function temperatureTrial(
  { design, n, temperatures }: TemperatureParameters,
  rng: SeededStream,
): Record<string, number> {
  const { x, y } = drawDesign(design, rng, n).data;
  const risk = studentRisk(design);
  const features = studentFeatures(design, x);
  const teacherLogits = fitTeacher("sine", { x, y })(x).map(logit);
  const hack = fitLeastSquares(features, teacherLogits);
  const hackLogits = decisionFunction(hack, features);
  const values: Record<string, number> = { hack: risk.of(hack) };
  for (const temperature of temperatures) {
    const soft = fitSoftStudent(features, { labels: y, teacherLogits, temperature });
    const squares = decisionFunction(soft, features).map((z, i) => (z - hackLogits[i]) ** 2);
    values[columnName("soft", temperature)] = risk.of(soft);
    values[columnName("gap", temperature)] = Math.sqrt(squares.reduce((sum, v) => sum + v, 0) / n);
  }
  return values;
}
