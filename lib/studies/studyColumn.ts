import { checkValues } from "../validate/checks.js";
import type { StudyResult } from "./trialLoop.js";

/** The name of a value that a trial measures at some setting: `soft@20`. */
export const at = (name: string, setting: number): string => `${name}@${setting}`;

/**
 * One column of a study: what every trial gave for `name`, at a setting where the study has several.
 *
 * @param result of runDigitStudy
 * @param name such as "soft"
 * @param setting such as the number of training examples
 * @throws RangeError or TypeError where the study has no such column, naming those it has, or a value is not finite
 * @example column({ "soft@20": Float64Array.of(0.7) }, "soft", 20) // Float64Array [ 0.7 ]
 */
export function column(result: StudyResult, name: string, setting?: number): Float64Array {
  return namedColumn("result", result, name, setting)[1];
}

/** {@link column} with its place in a result that the caller knows as `of`: `softening["soft@20"]`. */
export function namedColumn(
  of: string,
  result: StudyResult,
  name: string,
  setting?: number,
): readonly [place: string, values: Float64Array] {
  const key = setting === undefined ? name : at(name, setting);
  const found = result[key];
  if (found === undefined) {
    throw new RangeError(`name must be one of ${Object.keys(result).join(", ")}, got ${key}`);
  }
  const place = `${of}["${key}"]`;
  checkValues(place, found);
  return [place, found];
}
