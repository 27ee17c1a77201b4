import type { Design } from "../data/designs.js";
import { type Check, list, number, oneOf, record } from "./checks.js";

/** From a tenth of our designs' smallest scale to ten times the largest, the quadrature finds its way. */
const scale = number(0.1, 100);

/** A design whose population the figures can integrate over. */
export const studyDesign: Check = record({
  name: oneOf(["post", "narrow"] satisfies Design["name"][]),
  inputScale: scale,
  studentScale: scale,
  studentL2: number(0),
  teacherL2: number(0),
});

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

/** Throws unless a study has this column, with one finite number a trial and at least 2 trials. */
export function checkColumn(result: unknown, key: string): void {
  record({})("result", result);
  const column = (result as Record<string, unknown>)[key];
  if (column === undefined) {
    const known = Object.keys(result as object).join(", ");
    throw new RangeError(`result must have a column ${key}, got ${known || "none"}`);
  }
  list(number(), { least: 2 })(`result["${key}"]`, column);
}
