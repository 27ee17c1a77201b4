import type { PairedRow } from "../../plotting/pairedFigure.js";
import type { Role } from "../../plotting/palette.js";
import { type Estimate, meanAndStandardError, plusMinus } from "../../statistics/estimate.js";
import { pairedDifference } from "../../statistics/paired.js";
import type { Row } from "../../statistics/row.js";
import { studyColumn } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkChoice, checkNumber } from "../../validate/checks.js";
import { RIDGES, SMOOTHINGS } from "./viewStudies.js";

/** How the arms of the controls are called and drawn; without a teacher's answers first. */
const ARMS: readonly (readonly [name: string, label: string, role: Role])[] = [
  ["plain", "labels", "student"],
  ["smoothing", "label smoothing", "smoothed"],
  ["ridge", "ridge", "smoothed"],
  ["wider", "twice as wide", "student"],
  ["longer", "twice as long", "student"],
  ["more data", "twice the data", "student"],
  ["labels at temperature", "labels at temperature 4", "hack"],
  ["shuffled", "shuffled teacher", "shuffled"],
  ["self", "self-distilled", "distilled"],
  ["distilled ensemble", "distilled ensemble of 4", "distilled"],
  ["ensemble", "the ensemble of 4", "teacher"],
];
const AMOUNTS: Record<string, readonly number[]> = { smoothing: SMOOTHINGS, ridge: RIDGES };

/** The amount with the best mean score on the validation examples. */
export function chosenAmount(result: StudyResult, name: "smoothing" | "ridge"): number {
  checkChoice("name", name, Object.keys(AMOUNTS));
  const score = (amount: number) =>
    meanAndStandardError(studyColumn(result, `${name}, validation`, amount)).value;
  return AMOUNTS[name].reduce((best, amount) => (score(amount) > score(best) ? amount : best));
}

function armColumn(result: StudyResult, name: string, kind: string): Float64Array {
  const amount = name in AMOUNTS ? chosenAmount(result, name as "smoothing" | "ridge") : undefined;
  return studyColumn(result, `${name}, ${kind}`, amount);
}

/**
 * The controls as a table: the shares of rightly classified examples on both halves of the test, and what each arm has more than the
 * plain student.
 *
 * @param result of controlsStudy, at least 2 trials
 * @throws RangeError if the result lacks a column
 */
export function controlsRows(result: StudyResult): Row[] {
  return ARMS.map(([name, label]) => {
    const row: Row = { student: labelled(result, name, label) };
    for (const kind of ["single", "several"]) {
      const values = armColumn(result, name, kind);
      row[kind === "single" ? "one view" : "all views"] = plusMinus(meanAndStandardError(values));
      const plain = studyColumn(result, `plain, ${kind}`);
      row[kind === "single" ? "minus plain" : "minus plain "] =
        name === "plain" ? "" : plusMinus(pairedDifference(values, plain));
    }
    return row;
  });
}

const labelled = (result: StudyResult, name: string, label: string) =>
  name in AMOUNTS ? `${label} ${chosenAmount(result, name as "smoothing" | "ridge")}` : label;

/**
 * The controls for pairedFigure: what each has more than the plain student on examples of one view.
 *
 * @param result of controlsStudy, at least 2 trials
 * @throws RangeError if the result lacks a column
 */
export function controlsDifferences(result: StudyResult): PairedRow[] {
  const plain = studyColumn(result, "plain, single");
  return ARMS.filter(([name]) => name !== "plain").map(([name, label, role]) => {
    const values = armColumn(result, name, "single");
    return {
      label: labelled(result, name, label),
      role,
      difference: pairedDifference(values, plain),
      trials: values.map((value, i) => value - plain[i]),
    };
  });
}

/** A share of counts that differ from trial to trial, with the standard error of a ratio of means. */
function ratio(counts: Float64Array, of: Float64Array): Estimate {
  const total = meanAndStandardError(of).value;
  const share = meanAndStandardError(counts).value / total;
  const { standardError } = meanAndStandardError(counts.map((c, i) => (c - share * of[i]) / total));
  return { value: share, standardError };
}

/**
 * Of the views that the plain student misses, the share that another student from the same start knows: apart for views that the first teacher knows and views
 * that it does not.
 *
 * @param result of controlsStudy, at least 2 trials
 * @throws RangeError if the result lacks a column or no view is missed
 */
export function handedOnRows(result: StudyResult): Row[] {
  const names = ["self", "shuffled", "labels at temperature", "distilled ensemble"];
  return ARMS.filter(([name]) => names.includes(name)).map(([name, label]) => {
    const row: Row = { student: label };
    for (const taught of ["taught", "untaught"]) {
      const missed = studyColumn(result, `missed, new and ${taught}`);
      const { value } = meanAndStandardError(missed);
      checkNumber(`the mean of missed, new and ${taught}`, value, Number.MIN_VALUE);
      const gained = studyColumn(result, `${name}, new and ${taught}`);
      row[taught === "taught" ? "teacher knows it" : "teacher misses it"] = plusMinus(
        ratio(gained, missed),
      );
    }
    return row;
  });
}
