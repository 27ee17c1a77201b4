import type { BinaryData } from "../../data/dataset.js";
import { postData } from "../../data/postData.js";
import { MAX_TEMPERATURE } from "../../losses/domains.js";
import type { Rng } from "../../random/rng.js";
import {
  checkIncreasing,
  checkInteger,
  checkIntegers,
  checkNotEmpty,
  checkNumber,
  checkValues,
} from "../../validate/checks.js";

/**
 * A problem to distil on: how far the inputs spread and how student and teacher are penalised. The labels follow
 * eta(x) = 0.5 + 0.4 sin x in both designs; the student is a cubic, the teacher has the single feature sin x.
 */
export interface Design {
  /** Part of the random streams' names. */
  name: string;
  /** x ~ N(0, inputScale²). */
  inputScale: number;
  /** The student's features are powers of x / studentScale. */
  studentScale: number;
  /** Ridge on the student's three weights. */
  studentL2: number;
  /** Ridge on the teacher's weight. */
  teacherL2: number;
}

/** The post's data and scikit-learn's penalties: ten periods of the sine, which no cubic can follow. */
export const POST_DESIGN: Design = {
  name: "post",
  inputScale: 10,
  studentScale: 1,
  studentL2: 1,
  teacherL2: 1,
};

/** Our second design: inputs spread over two periods, of which a cubic learns the middle. */
export const NARROW_DESIGN: Design = {
  name: "narrow",
  inputScale: 2,
  studentScale: 2,
  studentL2: 0.01,
  teacherL2: 1,
};

/** Outside these ranges the quadrature misses periods of the sine, or a cubic loses its digits. */
const SCALES = [0.1, 100] as const;
const PENALTIES = [0, 1e12] as const;

/** Throws a RangeError unless `design` is a valid Design. */
export function checkDesignSettings(design: Design): void {
  checkNotEmpty("design.name", design.name);
  checkNumber("design.inputScale", design.inputScale, ...SCALES);
  checkNumber("design.studentScale", design.studentScale, ...SCALES);
  checkNumber("design.studentL2", design.studentL2, ...PENALTIES);
  checkNumber("design.teacherL2", design.teacherL2, ...PENALTIES);
}

/**
 * Draws n examples of a design in which every training set used has both classes: if the first `smallest` labels are all
 * alike, no logistic regression with a free intercept exists, and everything is drawn again from the stream.
 *
 * @param smallest size of the smallest training set that will be used, from 2 to n
 * @throws RangeError if design is not a valid Design, or n or smallest is out of its range
 * @example drawDesign(NARROW_DESIGN, seededStream("example"), 20).x.length // 20
 */
export function drawDesign(design: Design, rng: Rng, n: number, smallest = n): BinaryData {
  checkDesignSettings(design);
  checkInteger("n", n, 2);
  checkInteger("smallest", smallest, 2, n);
  for (;;) {
    const data = postData(rng, n, { scale: design.inputScale });
    const first = data.y.subarray(0, smallest);
    if (first.includes(0) && first.includes(1)) return data;
  }
}

/** The first n examples of some data. */
export function firstExamples({ x, y }: BinaryData, n: number): BinaryData {
  return { x: x.subarray(0, n), y: y.subarray(0, n) };
}

export interface LimitParameters {
  design: Design;
  /** Numbers of training examples, increasing. */
  sizes: readonly number[];
}

export interface SofteningParameters extends LimitParameters {
  /** Of label smoothing. */
  epsilon: number;
}

export interface TeacherParameters {
  design: Design;
  /** Number of training examples; they carry labels and train the teacher. */
  n: number;
}

export interface AlphaParameters extends TeacherParameters {
  /** Weights of the teacher's term, increasing, 0 to Infinity. */
  alphas: readonly number[];
}

export interface TemperatureParameters extends TeacherParameters {
  /** Increasing, above 0. */
  temperatures: readonly number[];
}

export interface UnlabelledParameters extends TeacherParameters {
  /** Numbers of further inputs that only the teacher labels, increasing. */
  extra: readonly number[];
}

const increasing = (name: string, values: readonly number[], min: number, max?: number) => {
  checkNotEmpty(name, values);
  checkValues(name, values, min, max);
  checkIncreasing(name, values);
};
const counts = (min: number) => (name: string, values: readonly number[]) => {
  checkIntegers(name, values, min, 1e6);
  increasing(name, values, min);
};

const CHECKS: Record<string, (name: string, value: never) => void> = {
  design: (_, design: Design) => checkDesignSettings(design),
  n: (name, n: number) => checkInteger(name, n, 2, 1e6),
  sizes: counts(2),
  epsilon: (name, epsilon: number) => checkNumber(name, epsilon, 0, 1),
  alphas: (name, alphas: number[]) => increasing(name, alphas, 0, Infinity),
  temperatures: (name, taus: number[]) => increasing(name, taus, Number.MIN_VALUE, MAX_TEMPERATURE),
  extra: counts(0),
};

/** Throws a RangeError that names the parameter unless all parameters of a study are in their ranges. */
export function checkParameters(parameters: object): void {
  for (const [name, value] of Object.entries(parameters)) CHECKS[name]?.(name, value as never);
}
