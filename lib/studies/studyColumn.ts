import {
  type Estimate,
  meanAndStandardError,
  varianceAndStandardError,
} from "../statistics/estimate.js";
import { type PairedDifference, pairedDifference } from "../statistics/paired.js";
import { checkValues } from "../validate/checks.js";
import type { StudyResult } from "./trialLoop.js";

/** The name of a value that a trial measures at some setting: `soft@20`. */
export const columnName = (name: string, setting: number | string): string => `${name}@${setting}`;

/**
 * One column of a study: what every trial gave for `name`, at a setting if the study has several.
 *
 * @param result of runStudy
 * @param name such as "soft"
 * @param setting such as the number of training examples or an arm
 * @throws RangeError, naming the columns there are, if the study has no such column, or if a value is not finite
 * @example studyColumn({ "soft@20": Float64Array.of(0.7) }, "soft", 20) // Float64Array [ 0.7 ]
 */
export function studyColumn(
  result: StudyResult,
  name: string,
  setting?: number | string,
): Float64Array {
  const key = setting === undefined ? name : columnName(name, setting);
  const values = result[key];
  if (values === undefined) {
    throw new RangeError(`name must be one of ${Object.keys(result).join(", ")}, got ${key}`);
  }
  checkValues(`result["${key}"]`, values);
  return values;
}

/** The name of a column, and the setting if the study has several. */
export type Column = readonly [name: string, setting?: number | string];

/** Where a column stands in a study's result: what errors call it. */
const placeOf = ([name, setting]: Column) =>
  `result["${setting === undefined ? name : columnName(name, setting)}"]`;

/** The mean of a study's column. */
export const columnMean = (result: StudyResult, ...column: Column): Estimate =>
  meanAndStandardError(studyColumn(result, ...column), placeOf(column));

/** The variance of a study's column. */
export const columnVariance = (result: StudyResult, ...column: Column): Estimate =>
  varianceAndStandardError(studyColumn(result, ...column), placeOf(column));

/** The mean difference of two columns of a study, paired over its trials. */
export const columnDifference = (result: StudyResult, a: Column, b: Column): PairedDifference =>
  pairedDifference(studyColumn(result, ...a), studyColumn(result, ...b), [placeOf(a), placeOf(b)]);
