import { MAX_TEMPERATURE } from "../../losses/domains.js";
import {
  checkIncreasing,
  checkInteger,
  checkIntegers,
  checkNotEmpty,
  checkNumber,
  checkValues,
} from "../../validate/checks.js";
import { checkDesignSettings, type Design } from "./designs.js";

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
