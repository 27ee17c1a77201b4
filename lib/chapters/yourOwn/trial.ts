import { applyTemperature, calibratedTemperature } from "../../losses/calibration.js";
import {
  flatten,
  mixLabels,
  oneHot,
  shuffleWithinLabels,
  smoothTargets,
} from "../../losses/targets.js";
import type { SeededStream } from "../../random/seededStream.js";
import { columnName } from "../../studies/studyColumn.js";
import { messageOf } from "../../studies/trialLoop.js";
import { asked, type Classifier } from "./classifiers.js";
import { type Distribution, drawParts, type Part, type Table } from "./problem.js";

/** What is measured on the test rows. */
export const MEASURES = ["logLoss", "calibratedLogLoss", "errorRate", "brier"] as const;
export type Measure = (typeof MEASURES)[number];
type Score = Record<Measure, number>;

export interface TrialParameters {
  data: Distribution | Table;
  teacher: Classifier;
  student: Classifier;
  alphas: readonly number[];
  epsilons: readonly number[];
  temperature: number;
  measure: Measure;
}

/** How the targets of an arm come about, and its settings, of which the validation rows choose one. */
interface Arm {
  settings: readonly (number | undefined)[];
  targets(setting: number): Float64Array;
  ridge?: boolean;
  /** Its student learns and answers at the teacher's temperature. */
  soft?: boolean;
}

const LEAST = Number.MIN_VALUE;

/** The measures of predictions against true distributions: expected values where these are known, plain means on labels. */
export function score(truth: Float64Array, probabilities: Float64Array, classes: number) {
  const n = truth.length / classes;
  let [logLoss, errorRate, brier] = [0, 0, 0];
  for (let start = 0; start < truth.length; start += classes) {
    let best = start;
    let squares = 0;
    for (let c = start; c < start + classes; c++) {
      if (truth[c] > 0) logLoss -= truth[c] * Math.log(Math.max(probabilities[c], LEAST));
      if (probabilities[c] > probabilities[best]) best = c;
      squares += probabilities[c] ** 2;
    }
    errorRate += 1 - truth[best];
    // E |y - p|² = 1 - 2 t·p + |p|² over labels y drawn from t.
    let product = 0;
    for (let c = start; c < start + classes; c++) product += truth[c] * probabilities[c];
    brier += 1 - 2 * product + squares;
  }
  return { logLoss: logLoss / n, errorRate: errorRate / n, brier: brier / n };
}

/**
 * One trial: draws or splits the data, fits the teacher once and every arm's student once a setting, all from the same random
 * stream, lets the validation rows choose each arm's setting, and measures on the test rows.
 *
 * @returns `<measure>@<arm>` for every arm and measure, `setting@<arm>` where there was a choice, and `floor`, the least
 * possible log-loss, where the truth is known
 */
export function reportTrial(
  parameters: TrialParameters,
  rng: SeededStream,
): Record<string, number> {
  const { data, teacher, student, alphas, epsilons, temperature, measure } = parameters;
  const classes = data.classes.length;
  const [train, validation, test] = drawParts(data, rng.substream("data"));
  const labels = flatten(oneHot(train.labels, classes));
  const rowsOf = (flat: Float64Array) =>
    train.inputs.map((_, i) => flat.subarray(i * classes, (i + 1) * classes));
  const fitted = (name: string, learner: Classifier, targets: Float64Array, l2?: number) => {
    try {
      learner.fit(train.inputs, rowsOf(targets), rng.substream(name), l2);
    } catch (error) {
      throw new Error(`${name}.fit failed: ${messageOf(error)}`);
    }
    return (part: Part) => asked(name, learner, part.inputs, classes);
  };
  const measured = (answer: (part: Part) => Float64Array) => {
    const [onValidation, onTest] = [answer(validation), answer(test)];
    const scale = calibratedTemperature(validation.labels, onValidation);
    const chosenBy = flatten(oneHot(validation.labels, classes));
    const scored = (truth: Float64Array, said: Float64Array): Score => {
      const calibrated = applyTemperature(said, classes, scale);
      const { logLoss } = score(truth, calibrated, classes);
      return { ...score(truth, said, classes), calibratedLogLoss: logLoss };
    };
    return {
      validation: scored(chosenBy, onValidation)[measure],
      test: scored(test.truth, onTest),
    };
  };
  const ask = fitted("teacher", teacher, labels);
  const taught = applyTemperature(ask(train), classes, temperature);
  const columns: Record<string, number> = {};
  const note = (arm: string, values: Score) => {
    for (const name of MEASURES) columns[columnName(name, arm)] = values[name];
  };
  note("teacher", measured(ask).test);
  const mixed = (said: Float64Array) => (alpha: number) => mixLabels(labels, said, alpha);
  const order = rng.substream("shuffle").permutation(train.labels.length);
  const shuffled = flatten(Array.from(order, (i) => rowsOf(taught)[i]));
  const within = shuffleWithinLabels(taught, train.labels, rng.substream("shuffle within"));
  const unmixed = () => labels;
  const fromTeacher = mixed(taught);
  const arms: Record<string, Arm> = {
    labels: { settings: [undefined], targets: unmixed },
    ...(student.ridges && {
      ridge: { settings: [undefined, ...student.ridges], targets: unmixed, ridge: true },
    }),
    smoothed: { settings: epsilons, targets: (e) => smoothTargets(labels, classes, e) },
    shuffled: { settings: alphas, targets: mixed(shuffled), soft: true },
    shuffledWithin: { settings: alphas, targets: mixed(within), soft: true },
    distilled: { settings: alphas, targets: fromTeacher, soft: true },
    teacherOnly: { settings: [Infinity], targets: fromTeacher, soft: true },
  };
  // Two arms with the same targets at the same setting have one student.
  const students = new Map<Arm["targets"], Map<number | undefined, ReturnType<typeof measured>>>();
  const studentOf = ({ targets, ridge, soft }: Arm, setting: number | undefined) => {
    const known = students.get(targets) ?? new Map();
    students.set(targets, known);
    if (!known.has(setting)) {
      const l2 = ridge ? setting : undefined;
      const answer = fitted("student", student, targets(setting ?? 0), l2);
      const read = (part: Part) => applyTemperature(answer(part), classes, 1 / temperature);
      known.set(setting, measured(soft ? read : answer));
    }
    return known.get(setting) as ReturnType<typeof measured>;
  };
  for (const [name, arm] of Object.entries(arms)) {
    let best: (ReturnType<typeof measured> & { place: number }) | undefined;
    arm.settings.forEach((setting, place) => {
      const its = { ...studentOf(arm, setting), place };
      if (!best || its.validation < best.validation) best = its;
    });
    if (!best) continue;
    note(name, best.test);
    columns[columnName("setting", name)] = best.place;
  }
  if (!("labels" in data)) columns.floor = score(test.truth, test.truth, classes).logLoss;
  return columns;
}
