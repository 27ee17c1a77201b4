import { applyTemperature, calibratedTemperature } from "../../losses/calibration.js";
import {
  flatten,
  mixLabels,
  oneHot,
  shuffleWithinLabels,
  smoothTargets,
} from "../../losses/targets.js";
import type { SeededStream } from "../../random/seededStream.js";
import { runStudy, type StudyOptions } from "../../studies/study.js";
import { columnName } from "../../studies/studyColumn.js";
import { messageOf, type StudyResult } from "../../studies/trialLoop.js";
import { asked, type Classifier, networkClassifier, softmaxClassifier } from "./classifiers.js";
import { kernelRidgeClassifier } from "./kernelRidgeClassifier.js";
import { type Distribution, drawParts, isTable, type Part, type Table } from "./problem.js";
import { type Recipe, recipeOf } from "./recipes.js";
import { MEASURES, type Measure, type Score, score } from "./score.js";

export interface TrialParameters {
  data: Distribution | Table;
  teacher: Classifier | Recipe;
  student: Classifier | Recipe;
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

/** What came of a student; the test rows are looked at only where it is the best of its arm so far. */
interface Outcome {
  validation: number;
  test?: Score;
}

function learnerOf(given: Classifier | Recipe): Classifier {
  if (!("model" in given)) return given;
  if (given.model === "softmax") return softmaxClassifier(given.options);
  return given.model === "network"
    ? networkClassifier(given.options)
    : kernelRidgeClassifier(given.options);
}

/**
 * One trial: draws or splits the data, fits the teacher once and every arm's student once a setting, all from the same random
 * stream, lets the validation rows choose each arm's setting, and measures on the test rows.
 *
 * @returns `<measure>@<arm>` for every arm and measure, `setting@<arm>` where there was a choice, and `<measure>@floor`, that of the
 * true probabilities, where they are known
 */
export function reportTrial(
  parameters: TrialParameters,
  rng: SeededStream,
): Record<string, number> {
  const { data, alphas, epsilons, temperature, measure } = parameters;
  const teacher = learnerOf(parameters.teacher);
  const student = learnerOf(parameters.student);
  const classes = data.classes.length;
  const [train, validation, test] = drawParts(data, rng.substream("data"));
  const labels = flatten(oneHot(train.labels, classes));
  const chosenBy = flatten(oneHot(validation.labels, classes));
  const rowsOf = (flat: Float64Array) =>
    train.inputs.map((_, i) => flat.subarray(i * classes, (i + 1) * classes));
  const fitted = (name: string, learner: Classifier, targets: Float64Array, l2?: number) => {
    let answer: unknown;
    try {
      answer = learner.fit(train.inputs, rowsOf(targets), rng.substream(name), l2);
    } catch (error) {
      throw new Error(`${name}.fit failed: ${messageOf(error)}`);
    }
    if (answer instanceof Promise) throw new TypeError(`${name}.fit must not be async`);
    return (part: Part) => asked(name, learner, part.inputs, classes);
  };
  const outcome = (answer: (part: Part) => Float64Array, best = Infinity): Outcome => {
    const onValidation = answer(validation);
    const scale = calibratedTemperature(validation.labels, onValidation);
    const scored = (truth: Float64Array, said: Float64Array): Score => {
      const { logLoss } = score(truth, applyTemperature(said, classes, scale), classes);
      return { ...score(truth, said, classes), calibratedLogLoss: logLoss };
    };
    const its = scored(chosenBy, onValidation)[measure];
    return { validation: its, ...(its < best && { test: scored(test.truth, answer(test)) }) };
  };
  const columns: Record<string, number> = {};
  const note = (arm: string, values: Score) => {
    for (const name of MEASURES) columns[columnName(name, arm)] = values[name];
  };
  const ask = fitted("teacher", teacher, labels);
  const taught = applyTemperature(ask(train), classes, temperature);
  note("teacher", outcome(ask).test as Score);
  const mixed = (said: Float64Array) => (alpha: number) => mixLabels(labels, said, alpha);
  const order = rng.substream("shuffle").permutation(train.labels.length);
  const shuffled = flatten(Array.from(order, (i) => rowsOf(taught)[i]));
  const within = shuffleWithinLabels(taught, train.labels, rng.substream("shuffle within"));
  const unmixed = () => labels;
  const fromTeacher = mixed(taught);
  // Of two arms with the same targets, the one without a choice comes first: its student is measured in any case.
  const arms: Record<string, Arm> = {
    labels: { settings: [undefined], targets: unmixed },
    ...(student.ridges && {
      ridge: { settings: [undefined, ...student.ridges], targets: unmixed, ridge: true },
    }),
    smoothed: { settings: epsilons, targets: (e) => smoothTargets(labels, classes, e) },
    shuffled: { settings: alphas, targets: mixed(shuffled), soft: true },
    shuffledWithin: { settings: alphas, targets: mixed(within), soft: true },
    teacherOnly: { settings: [Infinity], targets: fromTeacher, soft: true },
    distilled: { settings: alphas, targets: fromTeacher, soft: true },
  };
  // Two arms with the same targets at the same setting have one student.
  const students = new Map<Arm["targets"], Map<number | undefined, Outcome>>();
  const studentOf = ({ targets, ridge, soft }: Arm, setting: number | undefined, best?: number) => {
    const known = students.get(targets) ?? new Map<number | undefined, Outcome>();
    students.set(targets, known);
    const its = known.get(setting);
    if (its) return its;
    const answer = fitted("student", student, targets(setting ?? 0), ridge ? setting : undefined);
    const read = (part: Part) => applyTemperature(answer(part), classes, 1 / temperature);
    const made = outcome(soft ? read : answer, best);
    known.set(setting, made);
    return made;
  };
  for (const [name, arm] of Object.entries(arms)) {
    let best: Outcome = { validation: Infinity };
    arm.settings.forEach((setting, place) => {
      try {
        const its = studentOf(arm, setting, best.validation);
        if (!(its.validation < best.validation)) return;
        best = its;
        columns[columnName("setting", name)] = place;
      } catch (error) {
        const at = setting === undefined ? "" : ` at ${setting}`;
        throw new Error(`the arm ${name}${at}: ${messageOf(error)}`);
      }
    });
    note(name, best.test as Score);
  }
  if (!isTable(data)) {
    const floor = score(test.truth, test.truth, classes);
    note("floor", { ...floor, calibratedLogLoss: floor.logLoss });
  }
  return columns;
}

/**
 * All trials of a report: on worker threads where a table's teacher and student are the library's own, else here, since a function of
 * a reader's cannot be sent to a worker.
 */
export function runReport(
  name: string,
  trials: number,
  { teacher, student, ...settings }: TrialParameters & { teacher: Classifier; student: Classifier },
  { workers, onProgress }: StudyOptions,
): Promise<StudyResult> {
  const recipes = [recipeOf(teacher), recipeOf(student)] as const;
  const sendable = isTable(settings.data) && recipes[0] && recipes[1];
  const parameters: TrialParameters = sendable
    ? { ...settings, teacher: recipes[0] as Recipe, student: recipes[1] as Recipe }
    : { ...settings, teacher, student };
  return runStudy(
    { name, trials, parameters, trial: reportTrial, module: import.meta.url },
    {
      ...(sendable ? workers !== undefined && { workers } : { workers: 0 }),
      ...(onProgress && { onProgress }),
    },
  );
}
