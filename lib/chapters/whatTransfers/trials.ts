import { max, min } from "d3-array";
import { postEta } from "../../data/postData.js";
import { logit, softplus } from "../../losses/softplus.js";
import { mixLabels, smoothLabels } from "../../losses/targets.js";
import { decisionFunction } from "../../models/linearModel.js";
import { fitSoftStudent } from "../../models/softStudent.js";
import { fitTeacher, TEACHER_NAMES } from "../../models/teachers.js";
import type { SeededStream } from "../../random/seededStream.js";
import { columnName } from "../../studies/studyColumn.js";
import {
  type AlphaParameters,
  checkParameters,
  drawDesign,
  firstExamples,
  type LimitParameters,
  type SofteningParameters,
  type TeacherParameters,
  type TemperatureParameters,
  type UnlabelledParameters,
} from "./designs.js";
import { studentLoss, trainingSet } from "./studentRisk.js";
import type { LimitStudent, SOFTENING_STUDENTS } from "./studyLines.js";

/** What one trial measures: population log-losses in nats unless said otherwise. */
type Measured = Record<string, number>;

/** One data set for all sizes, with both classes in the smallest. */
const drawSizes = ({ design, sizes }: LimitParameters, rng: SeededStream) =>
  drawDesign(design, rng, max(sizes) as number, min(sizes));

const shuffle = (values: Float64Array, rng: SeededStream) =>
  Float64Array.from(rng.permutation(values.length), (i) => values[i]);

const at = <Name extends string>(setting: number, values: Record<Name, number>): Measured =>
  Object.fromEntries(
    Object.entries<number>(values).map(([name, value]) => [columnName(name, setting), value]),
  );

/**
 * One trial of the control: one data set, whose first n examples train five students for each n.
 *
 * @returns `<student>@<n>`
 * @throws RangeError if a parameter is out of its range
 * @example softeningTrial({ design: NARROW_DESIGN, sizes: [45], epsilon: 0.9 }, seededStream("a"))["distilled@45"] // a loss
 */
export function softeningTrial(parameters: SofteningParameters, rng: SeededStream): Measured {
  checkParameters(parameters);
  const { design, sizes, epsilon } = parameters;
  const data = drawSizes(parameters, rng);
  const values: Measured = {};
  for (const n of sizes) {
    const set = trainingSet(design, firstExamples(data, n));
    const losses: Record<(typeof SOFTENING_STUDENTS)[number], number> = {
      onLabels: set.lossOn(set.y),
      logitMatching: set.lossOf(set.matchLogits()),
      distilled: set.lossOn(set.taught),
      shuffled: set.lossOn(shuffle(set.taught, rng)),
      smoothed: set.lossOn(smoothLabels(set.y, epsilon)),
    };
    Object.assign(values, at(n, losses));
  }
  return values;
}

/**
 * One trial of the sweep over alpha: the student on the mixed labels, once with the teacher and once with the shuffled
 * teacher, the same shuffle for every alpha.
 *
 * @returns `distilled@<alpha>` and `shuffled@<alpha>`
 */
export function alphaTrial({ design, n, alphas }: AlphaParameters, rng: SeededStream): Measured {
  const { y, taught, lossOn } = trainingSet(design, drawDesign(design, rng, n));
  const shuffled = shuffle(taught, rng);
  const values: Measured = {};
  for (const alpha of alphas) {
    const losses = {
      distilled: lossOn(mixLabels(y, taught, alpha)),
      shuffled: lossOn(mixLabels(y, shuffled, alpha)),
    };
    Object.assign(values, at(alpha, losses));
  }
  return values;
}

/**
 * One trial of the sweep over temperature. Neither the student nor the matching of logits has a penalty here, so that the
 * limit of the one is the other exactly; soft targets lie strictly between 0 and 1, so the optimum exists.
 *
 * @returns `logitMatching` and `distilled@<temperature>`, and `gap@<temperature>`, the root mean square over the training
 * inputs of the difference between the two students' logits
 */
export function temperatureTrial(
  { design, n, temperatures }: TemperatureParameters,
  rng: SeededStream,
): Measured {
  const set = trainingSet(design, drawDesign(design, rng, n));
  const { y, features, lossOf } = set;
  const teacherLogits = set.taught.map(logit);
  const matching = set.matchLogits();
  const matched = decisionFunction(matching, features);
  const values: Measured = { logitMatching: lossOf(matching) };
  for (const temperature of temperatures) {
    const student = fitSoftStudent(features, { labels: y, teacherLogits, temperature });
    const squares = decisionFunction(student, features).map((z, i) => (z - matched[i]) ** 2);
    const gap = Math.sqrt(squares.reduce((sum, v) => sum + v, 0) / n);
    Object.assign(values, at(temperature, { distilled: lossOf(student), gap }));
  }
  return values;
}

/** Where the student's targets come from: the labels themselves, or a teacher. */
export const TARGETS = ["onLabels", ...TEACHER_NAMES] as const;

/**
 * One trial of the study of teachers: the same student on the targets of each.
 *
 * @returns for each kind of targets `<name>.loss`, the student's; `<name>.error`, the mean squared distance of the targets
 * to eta; `<name>.objective`, the training objective of the fixed predictor with logits 0.1 x, in nats, whose variance over
 * trials is claim 17's
 */
export function teacherTrial({ design, n }: TeacherParameters, rng: SeededStream): Measured {
  const data = drawDesign(design, rng, n);
  const { x, y, lossOn } = trainingSet(design, data);
  const average = (value: (i: number) => number) => x.reduce((sum, _, i) => sum + value(i), 0) / n;
  const values: Measured = {};
  for (const name of TARGETS) {
    const targets = name === "onLabels" ? y : fitTeacher(name, data)(x);
    values[`${name}.loss`] = lossOn(targets);
    values[`${name}.error`] = average((i) => (targets[i] - postEta(x[i])) ** 2);
    values[`${name}.objective`] = average((i) => softplus(0.1 * x[i]) - targets[i] * 0.1 * x[i]);
  }
  return values;
}

/**
 * One trial of the data limit: one data set, whose first n examples train four students for each n.
 *
 * @returns `<student>@<n>`, what it loses beyond the best cubic
 */
export function limitTrial(parameters: LimitParameters, rng: SeededStream): Measured {
  const { design, sizes } = parameters;
  const data = drawSizes(parameters, rng);
  const values: Measured = {};
  for (const n of sizes) {
    const set = trainingSet(design, firstExamples(data, n));
    const excess: Record<LimitStudent, number> = {
      onLabels: set.lossOn(set.y) - set.best,
      logitMatching: set.lossOf(set.matchLogits()) - set.best,
      distilled: set.lossOn(set.taught) - set.best,
      onTrueEta: set.lossOn(set.x.map(postEta)) - set.best,
    };
    Object.assign(values, at(n, excess));
  }
  return values;
}

/**
 * One trial of the study of unlabelled inputs: the student learns the teacher's probabilities on the n labelled inputs
 * and on `extra` more.
 *
 * @returns `onLabels`, on the n labels alone, and `distilled@<extra>`
 */
export function unlabelledTrial(
  { design, n, extra }: UnlabelledParameters,
  rng: SeededStream,
): Measured {
  const data = drawDesign(design, rng, n);
  const teacher = fitTeacher("sine", data);
  const inputs = new Float64Array(n + (max(extra) as number));
  inputs.set(data.x);
  const more = rng.normal(inputs.length - n);
  inputs.set(
    more.map((z) => z * design.inputScale),
    n,
  );
  const taught = teacher(inputs);
  const values: Measured = { onLabels: studentLoss(design, data.x, data.y) };
  for (const m of extra) {
    const [x, targets] = [inputs, taught].map((all) => all.subarray(0, n + m));
    Object.assign(values, at(m, { distilled: studentLoss(design, x, targets) }));
  }
  return values;
}
