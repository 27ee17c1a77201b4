import { meanTargets, shuffleWithinLabels, smoothTargets } from "../../losses/targets.js";
import { type SeededStream, seededStream } from "../../random/seededStream.js";
import type { Study } from "../../studies/study.js";
import { columnName } from "../../studies/studyColumn.js";
import { checkInteger, checkNotEmpty } from "../../validate/checks.js";
import { codistil } from "./codistillation.js";
import { knownViews } from "./knownViews.js";
import type { PatchNetwork } from "./patchNetwork.js";
import {
  checkPatchTraining,
  continueLearning,
  labelTargets,
  type PatchStart,
  type PatchTraining,
  patchStart,
  patchTargets,
} from "./students.js";
import { drawViews, type ViewData, type ViewProblem } from "./viewData.js";
import { scoreViews } from "./viewScore.js";

/** Training examples, and examples to grade or to choose with: half of those show a single view. */
const EXAMPLES = 400;
const GRADED = 1000;
/** Of what teachers say, and of the loss of who learns it. */
export const TEMPERATURE = 4;
const TEACHERS = 4;
export const ROUNDS = 4;
export const SMOOTHINGS = [0.03, 0.1, 0.3];
export const RIDGES = [0.001, 0.003, 0.01];

/** What one trial shares: its data, and networks that learn from it. */
function openTrial(rng: SeededStream, problem: ViewProblem, common: PatchTraining = {}) {
  const trial = rng.uniform(1)[0];
  const stream = (who: string) => seededStream(`06-many-views/${trial}/${who}`);
  const graded = { ...problem, single: 0.5 };
  const data = drawViews(EXAMPLES, problem, stream("training"));
  const starts = new Map<string, PatchStart>();
  return {
    data,
    stream,
    labels: labelTargets(data),
    test: drawViews(GRADED, graded, stream("test")),
    validation: () => drawViews(GRADED, graded, stream("validation")),
    /** Who has the same name has the same start and the same batches. */
    learn(who: string, targets: Float64Array, training: PatchTraining = {}, on = data) {
      const options = checkPatchTraining({ ...common, ...training }, on.labels.length);
      const key = [who, options.units, options.start, on.labels.length].join();
      const start = starts.get(key) ?? patchStart(on, options, stream(who));
      starts.set(key, start);
      return continueLearning(start, on, targets, options);
    },
  };
}

/** Scores under a name, on either kind of test example. */
function scoresOf(name: string, networks: readonly PatchNetwork[], test: ViewData) {
  const { single, several } = scoreViews(networks, test);
  return { [`${name}, single`]: single, [`${name}, several`]: several };
}

/** How many views a student knows that `plain` misses, counted apart for those that its teacher knows and those that it does not. */
function newViews(name: string, student: Uint8Array, plain: Uint8Array, teacher: Uint8Array) {
  const count = (taught: number) =>
    student.reduce(
      (sum, known, v) => sum + (known && !plain[v] && teacher[v] === taught ? 1 : 0),
      0,
    );
  return { [`${name}, new and taught`]: count(1), [`${name}, new and untaught`]: count(0) };
}

/** One data set: networks by chance, their students, and the controls. */
export function controlsTrial(_: null, rng: SeededStream): Record<string, number> {
  const { data, labels, test, validation, learn, stream } = openTrial(rng, {});
  const { classes, views } = data;
  const hot = { temperature: TEMPERATURE };
  const teachers = Array.from({ length: TEACHERS }, (_, k) => learn(`teacher ${k}`, labels));
  const taught = teachers.map((teacher) => patchTargets(teacher, data, hot));
  const arms: Record<string, PatchNetwork> = {
    teacher: teachers[0],
    plain: learn("student", labels),
    self: learn("student", taught[0], hot),
    "labels at temperature": learn("student", labels, hot),
    shuffled: learn("student", shuffleWithinLabels(taught[0], data.labels, stream("shuffle")), hot),
    wider: learn("student", labels, { units: 8 }),
    longer: learn("student", labels, { steps: 1600 }),
    "distilled ensemble": learn("student", meanTargets(taught), hot),
    "round 1": learn("round 1", taught[0], hot),
  };
  for (let round = 2; round <= ROUNDS; round++) {
    const said = patchTargets(arms[`round ${round - 1}`], data, hot);
    arms[`round ${round}`] = learn(`round ${round}`, said, hot);
  }
  const twice = drawViews(2 * EXAMPLES, {}, stream("more training"));
  arms["more data"] = learn("student", labelTargets(twice), {}, twice);
  const columns = scoresOf("ensemble", teachers, test);
  const known: Record<string, Uint8Array> = {};
  for (const [name, network] of Object.entries(arms)) {
    Object.assign(columns, scoresOf(name, [network], test));
    known[name] = knownViews(network, views);
    columns[`${name}, known`] = known[name].reduce((sum, k) => sum + k, 0);
  }
  const missed = new Uint8Array(classes * views).fill(1);
  for (const [name, student] of [["missed", missed], ...Object.entries(known)] as const) {
    Object.assign(columns, newViews(name, student, known.plain, known.teacher));
  }
  const grading = validation();
  const choose = (name: string, amount: number, network: PatchNetwork) => {
    const { single, several } = scoreViews([network], grading);
    columns[columnName(`${name}, validation`, amount)] = (single + several) / 2;
    for (const [key, value] of Object.entries(scoresOf(name, [network], test))) {
      columns[columnName(key, amount)] = value;
    }
  };
  for (const amount of SMOOTHINGS) {
    choose("smoothing", amount, learn("student", smoothTargets(labels, classes, amount)));
  }
  for (const amount of RIDGES) choose("ridge", amount, learn("student", labels, { l2: amount }));
  return columns;
}

/** A problem and a training that differ from the usual ones in one thing. */
export interface ViewSetting {
  problem?: ViewProblem;
  training?: PatchTraining;
  /** Of the teacher's answers and the student's loss. Default 4. */
  temperature?: number;
}

/** One data set a setting: a teacher, a plain student, one that the teacher taught, one on labels at the same temperature. */
export function conditionTrial(
  { settings }: { settings: readonly ViewSetting[] },
  rng: SeededStream,
): Record<string, number> {
  const columns: Record<string, number> = {};
  for (const [k, { problem = {}, training, temperature = TEMPERATURE }] of settings.entries()) {
    const { data, labels, test, learn } = openTrial(rng, problem, training);
    const teacher = learn("teacher", labels);
    const hot = { temperature };
    const arms = {
      plain: learn("student", labels),
      self: learn("student", patchTargets(teacher, data, hot), hot),
      labels: learn("student", labels, hot),
    };
    for (const [name, network] of Object.entries(arms)) {
      columns[columnName(name, k)] = scoreViews([network], test).single;
    }
    const known = knownViews(arms.plain, data.views);
    columns[columnName("known", k)] = known.reduce((sum, v) => sum + v, 0) / known.length;
  }
  return columns;
}

/** One data set in two halves: two networks that teach each other while they learn, two that do not, and one that has both halves. */
export function codistillationTrial(_: null, rng: SeededStream): Record<string, number> {
  const { data, labels, test, learn, stream } = openTrial(rng, {});
  const together = codistil(data, stream("codistillation"), {
    temperature: TEMPERATURE,
    share: 0.5,
  });
  const apart = codistil(data, stream("codistillation"), { temperature: TEMPERATURE, share: 0 });
  const mean = (pair: readonly PatchNetwork[], kind: "single" | "several") =>
    pair.reduce((sum, network) => sum + scoreViews([network], test)[kind] / pair.length, 0);
  const columns: Record<string, number> = {
    ...scoresOf("apart, as an ensemble", apart, test),
    ...scoresOf("together, as an ensemble", together, test),
    ...scoresOf("one on all", [learn("one", labels, { temperature: TEMPERATURE })], test),
  };
  for (const kind of ["single", "several"] as const) {
    columns[`apart, ${kind}`] = mean(apart, kind);
    columns[`together, ${kind}`] = mean(together, kind);
  }
  return columns;
}

/** Students, teachers and controls on many data sets. See controlsTrial. */
export function controlsStudy(trials: number): Study<null> {
  checkInteger("trials", trials, 1);
  return study("controls", trials, controlsTrial, null);
}

/** The gain at several settings. See conditionTrial. */
export function conditionStudy(
  settings: readonly ViewSetting[],
  trials: number,
): Study<{ settings: readonly ViewSetting[] }> {
  checkNotEmpty("settings", settings);
  checkInteger("trials", trials, 1);
  return study("condition", trials, conditionTrial, { settings });
}

/** Two networks on two halves of the data. See codistillationTrial. */
export function codistillationStudy(trials: number): Study<null> {
  checkInteger("trials", trials, 1);
  return study("codistillation", trials, codistillationTrial, null);
}

function study<P>(name: string, trials: number, trial: Study<P>["trial"], parameters: P): Study<P> {
  return { name: `06-many-views/${name}`, trials, parameters, trial, module: import.meta.url };
}
