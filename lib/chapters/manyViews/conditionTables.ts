import type { PairedRow } from "../../plotting/pairedFigure.js";
import { meanAndStandardError, plusMinus } from "../../statistics/estimate.js";
import { pairedDifference } from "../../statistics/paired.js";
import type { Row } from "../../statistics/row.js";
import { studyColumn } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkInteger, checkNotEmpty } from "../../validate/checks.js";
import { DIGIT_SETTINGS } from "./digitViews.js";
import { ROUNDS } from "./viewStudies.js";

/**
 * Views known and shares of rightly classified examples of one view over the rounds.
 *
 * @param result of controlsStudy, at least 2 trials
 * @throws RangeError if the result lacks a column
 */
export function roundsRows(result: StudyResult): Row[] {
  const names = ["teacher", ...Array.from({ length: ROUNDS }, (_, k) => `round ${k + 1}`)];
  return names.map((name, k) => {
    const single = studyColumn(result, `${name}, single`);
    const before = k === 0 ? undefined : studyColumn(result, `${names[k - 1]}, single`);
    return {
      network: name,
      "views known": plusMinus(meanAndStandardError(studyColumn(result, `${name}, known`)), 1),
      "one view": plusMinus(meanAndStandardError(single)),
      "minus the one before": before ? plusMinus(pairedDifference(single, before)) : "",
      "all views": plusMinus(meanAndStandardError(studyColumn(result, `${name}, several`))),
    };
  });
}

/**
 * Where self-distillation helps: for each setting what the plain student knows and the two gains over it on examples of one view.
 *
 * @param result of conditionStudy, at least 2 trials
 * @param names of the settings, in their order
 * @throws RangeError if the result lacks a column
 */
export function conditionRows(result: StudyResult, names: readonly string[]): Row[] {
  checkNotEmpty("names", names);
  return names.map((name, k) => {
    const plain = studyColumn(result, "plain", k);
    const gain = (arm: string) => plusMinus(pairedDifference(studyColumn(result, arm, k), plain));
    return {
      setting: name,
      "share of views known": plusMinus(meanAndStandardError(studyColumn(result, "known", k)), 2),
      labels: plusMinus(meanAndStandardError(plain)),
      "self-distilled, minus labels": gain("self"),
      "labels at the temperature, minus labels": gain("labels"),
    };
  });
}

/**
 * The condition for pairedFigure: the gain of self-distillation at each setting.
 *
 * @param result of conditionStudy, at least 2 trials
 * @param names of the settings, in their order
 * @throws RangeError if the result lacks a column
 */
export function conditionDifferences(result: StudyResult, names: readonly string[]): PairedRow[] {
  checkNotEmpty("names", names);
  return names.map((label, k) => {
    const [self, plain] = ["self", "plain"].map((arm) => studyColumn(result, arm, k));
    return {
      label,
      role: "distilled",
      difference: pairedDifference(self, plain),
      trials: self.map((value, i) => value - plain[i]),
    };
  });
}

/**
 * Networks on halves of the data that teach each other, and their controls.
 *
 * @param result of codistillationStudy, at least 2 trials
 * @throws RangeError if the result lacks a column
 */
export function codistillationRows(result: StudyResult): Row[] {
  const reference = studyColumn(result, "apart, single");
  const names = [
    "apart",
    "together",
    "apart, as an ensemble",
    "together, as an ensemble",
    "one on all",
  ];
  return names.map((name) => {
    const single = studyColumn(result, `${name}, single`);
    return {
      networks: name,
      "one view": plusMinus(meanAndStandardError(single)),
      "minus apart": name === "apart" ? "" : plusMinus(pairedDifference(single, reference)),
      "all views": plusMinus(meanAndStandardError(studyColumn(result, `${name}, several`))),
    };
  });
}

/**
 * Students on digits, against the plain one, on whole digits and on halves.
 *
 * @param result of digitViewsStudy, at least 2 trials
 * @param setting its number in DIGIT_SETTINGS
 * @throws RangeError if the result lacks a column
 */
export function digitViewsRows(result: StudyResult, setting: number): Row[] {
  checkInteger("setting", setting, 0, DIGIT_SETTINGS.length - 1);
  const names = ["plain", "smoothing", "labels at temperature", "self", "distilled ensemble"];
  return names.map((name) => {
    const row: Row = { [DIGIT_SETTINGS[setting].name]: name };
    for (const kind of ["half", "whole"]) {
      const values = studyColumn(result, `${name}, ${kind}`, setting);
      const plain = studyColumn(result, `plain, ${kind}`, setting);
      row[kind] = plusMinus(meanAndStandardError(values));
      row[`${kind} minus plain`] =
        name === "plain" ? "" : plusMinus(pairedDifference(values, plain));
    }
    return row;
  });
}
