import {
  type Estimate,
  meanAndStandardError,
  varianceAndStandardError,
} from "../../statistics/estimate.js";
import { type PairedDifference, pairedDifference } from "../../statistics/paired.js";
import { columnName, studyColumn } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";

/** The name of a column, and the setting if the study has several. */
export type Column = readonly [name: string, setting?: number];

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
