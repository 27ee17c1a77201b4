import { describe, expect, it } from "vitest";
import { armsOf } from "../../../lib/chapters/selfDistillation/compareArms.js";
import {
  fewLabelsArms,
  fewLabelsTrial,
  noisyLabelsArms,
  noisyLabelsTrial,
  sameSizeArms,
  sameSizeTrial,
  smallStudentArms,
  smallStudentTrial,
} from "../../../lib/chapters/selfDistillation/digitStudies.js";
import {
  createDigitTrial,
  type DigitTrial,
} from "../../../lib/chapters/selfDistillation/digitTrial.js";
import type { Score } from "../../../lib/chapters/selfDistillation/heldOutDigits.js";
import { settingsStudy } from "../../../lib/chapters/selfDistillation/settingsStudy.js";
import type { Network } from "../../../lib/models/network.js";
import { seededStream } from "../../../lib/random/seededStream.js";

/** Who was taught what: the soft targets by their name, the first weights' name and the options. */
interface Training {
  start: string;
  softTargets: string;
  options: Record<string, unknown>;
}

const LABELLED = 20;
const POOL = 40;
const CLASSES = 10;

/** A trial that trains nothing and writes down what it is asked; a mark on an array says what it holds. */
function writtenDown(armsOf: (trial: DigitTrial) => Record<string, Score>) {
  const marks = new WeakMap<object, string>();
  const named = <T extends object>(name: string, value: T): T => {
    marks.set(value, name);
    return value;
  };
  const nameOf = (softTargets: Float64Array) => marks.get(softTargets) ?? described(softTargets);
  const rows = (count: number) => new Float64Array(count * CLASSES).fill(1 / CLASSES);
  const inputs = named("labelled images", new Float64Array(LABELLED));
  const allInputs = named("pool", new Float64Array(POOL));
  const labels = Uint8Array.from({ length: LABELLED }, (_, i) => i % CLASSES);
  const targets = named("labels", new Float64Array(LABELLED * CLASSES));
  labels.forEach((label, i) => {
    targets[i * CLASSES + label] = 1;
  });
  const trainings = new Map<Network, Training>();
  const graded: Network[][] = [];
  const trial: DigitTrial = {
    inputs,
    labels,
    targets,
    allInputs,
    train(start, softTargets, options = {}) {
      const network: Network = { sizes: [1, 1], parameters: new Float64Array(2) };
      const { inputs: images, ...settings } = options;
      const on = images ? { images: marks.get(images) } : {};
      trainings.set(network, {
        start,
        softTargets: nameOf(softTargets),
        options: { ...settings, ...on },
      });
      return network;
    },
    softTargets(teachers, { inputs: images = inputs } = {}) {
      const names = teachers.map((teacher) => trainings.get(teacher)?.start).join(" + ");
      const count = images === allInputs ? POOL : LABELLED;
      return named(`${names} on ${marks.get(images)}`, rows(count));
    },
    shuffled: (taught) => named(`${nameOf(taught)}, shuffled`, rows(LABELLED)),
    evaluate(...who) {
      graded.push(who);
      return { errorRate: graded.length - 1, logLoss: 0, calibratedLogLoss: 0 };
    },
  };
  const who = Object.entries(armsOf(trial)).map(([arm, { errorRate }]) => {
    const learned = graded[errorRate].map((network) => trainings.get(network) as Training);
    return [arm, learned.length === 1 ? learned[0] : learned.map(({ start }) => start)];
  });
  return Object.fromEntries(who);
}

/** Soft targets that were mixed on the way: their length and the first row's largest and smallest entry. */
function described(softTargets: Float64Array) {
  const row = [...softTargets.subarray(0, CLASSES)];
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return `${softTargets.length / CLASSES} rows from ${round(Math.min(...row))} to ${round(Math.max(...row))}`;
}

const learned = (start: string, softTargets: string, options = {}): Training => ({
  start,
  softTargets,
  options,
});
const fromFirst = "teacher 0 on labelled images";
const fromAll = "teacher 0 + teacher 1 + teacher 2 + teacher 3 on labelled images";
const fourTeachers = ["teacher 0", "teacher 1", "teacher 2", "teacher 3"];
/** Labels smoothed by a tenth: 0.9 + 0.1 / 10, and 0.1 / 10. */
const smoothed = "20 rows from 0.01 to 0.91";
/** The rows on the labelled images, taken from those on the pool. */
const even = "20 rows from 0.1 to 0.1";

const equalSizes = (ridge: number) => ({
  onLabels: learned("student", "labels"),
  ridge: learned("student", "labels", { l2: ridge }),
  smoothed: learned("student", smoothed),
  selfDistilled: learned("student", fromFirst),
  fromEnsemble: learned("student", fromAll),
  teacher: learned("teacher 0", "labels"),
  ensemble: fourTeachers,
});

describe("the arms of the studies on digits learn what their names say", () => {
  it("same size", () => {
    expect(writtenDown(sameSizeArms)).toEqual({
      ...equalSizes(0.001),
      shuffled: learned("student", `${fromFirst}, shuffled`),
      // Half of an even row and half of the label: 0.05, and 0.55 for the label.
      mixed: learned("student", "20 rows from 0.05 to 0.55"),
    });
  });

  it("noisy labels", () => {
    expect(writtenDown(noisyLabelsArms)).toEqual(equalSizes(0.003));
  });

  it("small student: 8 units, and half as many epochs over twice as many images", () => {
    const small = { hidden: [8], epochs: 24 };
    const half = { hidden: [8], epochs: 12, images: "pool" };
    expect(writtenDown(smallStudentArms)).toEqual({
      onLabels: learned("student", "labels", small),
      smoothed: learned("student", smoothed, small),
      shuffled: learned("student", `${even}, shuffled`, small),
      distilled: learned("student", even, small),
      unlabelled: learned("student", "teacher on pool", half),
      teacher: learned("teacher", "labels"),
    });
  });

  it("few labels: one teacher or four, on the labelled images or on the pool", () => {
    const few = { epochs: 50, batchSize: 25 };
    const onPool = { epochs: 10, images: "pool" };
    expect(writtenDown(fewLabelsArms)).toEqual({
      onLabels: learned("student", "labels", few),
      ensembleLabelled: learned("student", fromAll, few),
      selfPool: learned("student", "teacher 0 on pool", onPool),
      ensemblePool: learned("student", fromAll.replace("labelled images", "pool"), onPool),
      teacher: learned("teacher 0", "labels", few),
      ensemble: fourTeachers,
    });
  });
});

const trials = { sameSizeTrial, smallStudentTrial, noisyLabelsTrial, fewLabelsTrial };
const quick = { epochFraction: 0.04, part: "validation" } as const;

describe("the trials of the studies on digits", () => {
  it.each(Object.entries(trials))(
    "%s scores every arm, recalibrated no worse on the digits that chose the temperature",
    (_, trial) => {
      const scores = trial(quick, seededStream("quick"));
      for (const arm of armsOf(arrays(scores))) {
        expect(scores[`errorRate@${arm}`]).toBeGreaterThan(0);
        expect(scores[`errorRate@${arm}`]).toBeLessThan(90);
        expect(scores[`calibratedLogLoss@${arm}`]).toBeLessThan(scores[`logLoss@${arm}`] + 1e-9);
      }
    },
    30_000,
  );

  it("adds noise to 30 % of the labels in the study of noisy labels alone", () => {
    const onLabels = (noise: number) => {
      const trial = createDigitTrial(seededStream("quick"), { ...quick, examples: 2000, noise });
      return trial.evaluate(trial.train("student", trial.targets)).logLoss;
    };
    const lossIn = (trial: typeof sameSizeTrial) =>
      trial(quick, seededStream("quick"))["logLoss@onLabels"];
    expect(lossIn(sameSizeTrial)).toBe(onLabels(0));
    expect(lossIn(noisyLabelsTrial)).toBe(onLabels(0.3));
  }, 30_000);
});

describe("settingsStudy", () => {
  it("gives the same scores for the same setting and worse ones for next to no learning", () => {
    const options = { examples: 200, epochFraction: 0.2 };
    const study = settingsStudy([{}, {}, { learningRate: 1e-9 }], 1, options);
    const scores = study.trial(study.parameters, seededStream("settings"));
    const [a, b, c] = [0, 1, 2].map((k) => scores[`errorRate@setting ${k}`]);
    expect(a).toBe(b);
    expect(c).toBeGreaterThan(a + 20);
  });

  it("scores on the validation digits", () => {
    const study = settingsStudy([{ l2: 1 }], 1, { examples: 20 });
    const { train, targets, evaluate } = createDigitTrial(seededStream("settings"), {
      examples: 20,
      part: "validation",
    });
    const scores = study.trial(study.parameters, seededStream("settings"));
    expect(scores["logLoss@setting 0"]).toBe(
      evaluate(train("network", targets, { l2: 1 })).logLoss,
    );
  });
});

const arrays = (scores: Record<string, number>) =>
  Object.fromEntries(Object.entries(scores).map(([name, v]) => [name, Float64Array.of(v)]));
