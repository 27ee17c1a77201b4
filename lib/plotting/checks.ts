import { type BinaryData, checkBinaryData } from "../data/dataset.js";
import {
  checkChoice,
  checkInteger,
  checkLength,
  checkNotEmpty,
  checkNumber,
  formatValue,
  MAX_MAGNITUDE,
} from "../validate/checks.js";

/** Throws unless a value, called `name` in the message, is something that a figure can draw. */
export type Check = (name: string, value: unknown) => void;

/** What counts as above 0 where a figure divides by a number or puts it on a logarithmic axis. */
export const SMALLEST = 1e-12;

/** A number from `min` to `max`. */
export const number =
  (min = -MAX_MAGNITUDE, max = MAX_MAGNITUDE): Check =>
  (name, value) =>
    checkNumber(name, value as number, min, max);

/** A number above 0. */
export const positive = number(SMALLEST);

/** A whole number from `min` to `max`. */
export const whole =
  (min = 0, max = MAX_MAGNITUDE): Check =>
  (name, value) =>
    checkInteger(name, value as number, min, max);

/** A text, which may be empty. */
export const text: Check = () => {};

/** One of these texts. */
export const oneOf =
  (choices: readonly string[]): Check =>
  (name, value) =>
    checkChoice(name, value as string, choices);

interface ListLength {
  least?: number;
  most?: number;
  /** Exactly as many as another argument has: its name and its length. */
  as?: readonly [string, number];
}

/** An array or a typed array whose elements all pass. */
export const list =
  (of: Check, { least = 1, most = Infinity, as }: ListLength = {}): Check =>
  (name, value) => {
    if (!Array.isArray(value) && !(ArrayBuffer.isView(value) && "length" in value)) {
      throw new TypeError(`${name} must be an array, got ${formatValue(value)}`);
    }
    const { length } = value as ArrayLike<unknown>;
    if (as) checkLength(name, value as ArrayLike<number>, as[1], as[0]);
    if (least > 0) checkNotEmpty(name, value as ArrayLike<number>);
    if (length < least || length > most) {
      const bound = length < least ? `at least ${least}` : `at most ${most}`;
      throw new RangeError(`${name} must have ${bound} elements, got ${length}`);
    }
    for (let i = 0; i < length; i++) of(`${name}[${i}]`, (value as ArrayLike<unknown>)[i]);
  };

/** An object with these fields; whatever else it has is not looked at. */
export const record =
  (fields: Readonly<Record<string, Check>>): Check =>
  (name, value) => {
    if (typeof value !== "object" || value === null) {
      throw new TypeError(`${name} must be an object, got ${formatValue(value)}`);
    }
    for (const [key, check] of Object.entries(fields)) {
      const place = /^\w+$/.test(key) ? `${name}.${key}` : `${name}["${key}"]`;
      check(place, (value as Record<string, unknown>)[key]);
    }
  };

/** The same field check under several names. */
export const each = (names: readonly string[], check: Check): Record<string, Check> =>
  Object.fromEntries(names.map((name) => [name, check]));

/** A value that may be left out. */
export const optional =
  (check: Check): Check =>
  (name, value) => {
    if (value !== undefined) check(name, value);
  };

/** An estimate found by simulation: a value and its standard error. */
export const estimate = record({ value: number(), standardError: number(0) });

/** A probability; sums of rounded parts may pass 1 by a little. */
export const probability = number(0, 1 + 1e-9);

/** A function of the program's own: what it returns is checked where it is called. */
export const callback: Check = () => {};

/** Throws unless the weights of the teacher's term rise up to Infinity. */
export function checkAlphas(name: string, alphas: readonly number[]): void {
  list(number(0, Infinity), { least: 2 })(name, alphas);
  for (let i = 1; i < alphas.length; i++) {
    if (!(alphas[i] > alphas[i - 1])) {
      throw new RangeError(`${name} must rise, got alpha ${alphas[i]} after ${alphas[i - 1]}`);
    }
  }
  const last = alphas[alphas.length - 1];
  if (last !== Infinity) throw new RangeError(`${name} must end with Infinity, got ${last}`);
}

/**
 * Throws unless there are labelled inputs that a figure can draw.
 *
 * @throws RangeError or TypeError where there is none, an input is out of reach or a label not 0 or 1
 */
export function checkData(data: BinaryData): void {
  record({})("data", data);
  checkBinaryData("data", data);
  list(number())("data.x", data.x);
}
