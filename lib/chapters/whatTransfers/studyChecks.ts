import { type Check, list, number, oneOf, record } from "../../plotting/checks.js";
import type { Design } from "./designs.js";

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
