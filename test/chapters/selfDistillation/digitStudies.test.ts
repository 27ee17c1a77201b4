import { describe, expect, it } from "vitest";
import type { Classroom } from "../../../lib/chapters/selfDistillation/classroom.js";
import {
  FEW_LABELS,
  NOISY_LABELS,
  SAME_SIZE,
  SMALL_STUDENT,
} from "../../../lib/chapters/selfDistillation/digitStudies.js";
import type { DigitStudy } from "../../../lib/chapters/selfDistillation/digitStudy.js";
import type { Network } from "../../../lib/models/network.js";

/** Who was taught what: the lesson by its name, the first weights' name and the options. */
interface Lesson {
  start: string;
  lesson: string;
  options: Record<string, unknown>;
}

const LABELLED = 20;
const POOL = 40;
const CLASSES = 10;

/** A classroom that trains nothing and writes down what it is asked; a mark on an array says what it holds. */
function notebookOf(study: DigitStudy<string>) {
  const marks = new WeakMap<object, string>();
  const named = <T extends object>(name: string, value: T): T => {
    marks.set(value, name);
    return value;
  };
  const rows = (count: number) => new Float64Array(count * CLASSES).fill(1 / CLASSES);
  const inputs = named("labelled images", new Float64Array(LABELLED));
  const allInputs = named("pool", new Float64Array(POOL));
  const labels = Uint8Array.from({ length: LABELLED }, (_, i) => i % CLASSES);
  const targets = named("labels", new Float64Array(LABELLED * CLASSES));
  labels.forEach((label, i) => {
    targets[i * CLASSES + label] = 1;
  });
  const lessons = new Map<Network, Lesson>();
  const networks: Network[] = [];
  const graded: Network[][] = [];
  const classroom: Classroom = {
    inputs,
    labels,
    targets,
    allInputs,
    async learn(start, lesson, options = {}) {
      const network: Network = { sizes: [1, 1], parameters: new Float64Array(2) };
      const { inputs: images, ...settings } = options;
      const on = images ? { images: marks.get(images) } : {};
      networks.push(network);
      lessons.set(network, {
        start,
        lesson: marks.get(lesson) ?? described(lesson),
        options: { ...settings, ...on },
      });
      return network;
    },
    teach(teachers, { inputs: images = inputs } = {}) {
      const names = teachers.map((teacher) => lessons.get(teacher)?.start).join(" + ");
      const count = images === allInputs ? POOL : LABELLED;
      return named(`${names} on ${marks.get(images)}`, rows(count));
    },
    grade(...who) {
      graded.push(who);
      return { errorRate: graded.length - 1, logLoss: 0, calibratedLogLoss: 0 };
    },
  };
  return async () => {
    const scores = await study.run(classroom);
    const who = Object.entries(scores).map(([arm, { errorRate }]) => {
      const learned = graded[errorRate].map((network) => lessons.get(network) as Lesson);
      return [arm, learned.length === 1 ? learned[0] : learned.map(({ start }) => start)];
    });
    return { arms: Object.fromEntries(who), trained: networks.length };
  };
}

/** A lesson that was mixed on the way: its length and its first row's largest and smallest entry. */
function described(lesson: Float64Array) {
  const row = [...lesson.subarray(0, CLASSES)];
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return `${lesson.length / CLASSES} rows from ${round(Math.min(...row))} to ${round(Math.max(...row))}`;
}

const learned = (start: string, lesson: string, options = {}): Lesson => ({
  start,
  lesson,
  options,
});
const fromFirst = "teacher 0 on labelled images";
const fromAll = "teacher 0 + teacher 1 + teacher 2 + teacher 3 on labelled images";
const fourTeachers = ["teacher 0", "teacher 1", "teacher 2", "teacher 3"];
/** Labels smoothed by a tenth: 0.9 + 0.1 / 10, and 0.1 / 10. */
const smoothed = "20 rows from 0.01 to 0.91";
/** Even rows among themselves stay even rows. */
const even = "20 rows from 0.1 to 0.1";

const equalSizes = (ridge: number) => ({
  plain: learned("student", "labels"),
  ridge: learned("student", "labels", { l2: ridge }),
  smoothed: learned("student", smoothed),
  self: learned("student", fromFirst),
  fromEnsemble: learned("student", fromAll),
  teacher: learned("teacher 0", "labels"),
  ensemble: fourTeachers,
});

describe("the studies on digits teach each arm what its name says", () => {
  it("same size", async () => {
    const { arms, trained } = await notebookOf(SAME_SIZE)();
    expect(arms).toEqual({
      ...equalSizes(0.001),
      shuffled: learned("student", even),
      // Half of an even row and half of the label: 0.05, and 0.55 for the label.
      mixed: learned("student", "20 rows from 0.05 to 0.55"),
    });
    expect(trained).toBe(SAME_SIZE.networks);
  });

  it("noisy labels", async () => {
    const { arms, trained } = await notebookOf(NOISY_LABELS)();
    expect(arms).toEqual(equalSizes(0.003));
    expect(trained).toBe(NOISY_LABELS.networks);
  });

  it("small student: 8 units, and half as many passes over twice as many images", async () => {
    const { arms, trained } = await notebookOf(SMALL_STUDENT)();
    const small = { hidden: [8], epochs: 25 };
    const half = { hidden: [8], epochs: 12.5, images: "pool" };
    expect(arms).toEqual({
      plain: learned("student", "labels", small),
      smoothed: learned("student", smoothed, small),
      shuffled: learned("student", even, small),
      distilled: learned("student", even, small),
      unlabelled: learned("student", "teacher on pool", half),
      teacher: learned("teacher", "labels"),
    });
    expect(trained).toBe(SMALL_STUDENT.networks);
  });

  it("few labels: one teacher or four, on the labelled images or on the pool", async () => {
    const { arms, trained } = await notebookOf(FEW_LABELS)();
    const few = { epochs: 50, batchSize: 25 };
    const onPool = { epochs: 10, images: "pool" };
    expect(arms).toEqual({
      plain: learned("student", "labels", few),
      ensembleLabelled: learned("student", fromAll, few),
      selfPool: learned("student", "teacher 0 on pool", onPool),
      ensemblePool: learned("student", fromAll.replace("labelled images", "pool"), onPool),
      teacher: learned("teacher 0", "labels", few),
      ensemble: fourTeachers,
    });
    expect(trained).toBe(FEW_LABELS.networks);
  });
});
