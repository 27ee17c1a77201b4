import { columnName, studyColumn } from "../../studies/studyColumn.js";
import type { OnProgress, StudyResult } from "../../studies/trialLoop.js";
import {
  checkChoice,
  checkIncreasing,
  checkInteger,
  checkNotEmpty,
  checkNumber,
  checkValues,
} from "../../validate/checks.js";
import type { Classifier } from "./classifiers.js";
import { checkData, type Distribution, overlapOf, type Table } from "./problem.js";
import { MEASURES, type Measure } from "./score.js";
import { runReport } from "./trial.js";
import { type Comparison, compareAll, type TransferVerdict, verdictOf } from "./verdict.js";

export interface ReportOptions {
  /** Draws or splits. Default 20. */
  trials?: number;
  /**
   * What is compared, and what chooses settings on the validation rows. Default "brier": as proper as the log-loss, and bounded,
   * so that a single confident mistake cannot decide a t test.
   */
  measure?: Measure;
  /** Weights of the teacher to choose from. Default 0.25, 1, 4, Infinity. */
  alphas?: readonly number[];
  /** Amounts of label smoothing to choose from. Default 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9. */
  epsilons?: readonly number[];
  /** Of the teacher's answers; what a student of them says is read at the same temperature. Default 1. */
  temperature?: number;
  /** Probability of a wrong word, over all comparisons. Default 0.05. */
  level?: number;
  /**
   * Worker threads, for a table whose teacher and student are both the library's (without `features`); anything else runs in this thread.
   * The report is the same for every number. Default: one a processor, at most 4.
   */
  workers?: number;
  /** Called with the number of finished trials, about ten times a second or between trials. If it throws, the report stops. */
  onProgress?: OnProgress;
}

/** What came of distilling a teacher into a student, next to its controls. */
export interface Report {
  name: string;
  measure: Measure;
  trials: number;
  verdict: TransferVerdict;
  comparisons: Comparison[];
  /** Each arm's choices: the setting and how often the validation rows chose it. */
  chosen: Record<string, string>;
  /** Every trial's values, as {@link reportTrial} names them. */
  result: StudyResult;
  /** What it was asked to compare. */
  settings: Required<Pick<ReportOptions, "alphas" | "epsilons" | "temperature" | "level">>;
  /** Test rows over training rows where trials are splits of one table, else 0. */
  overlap: number;
}

const CONTROLS = ["labels", "ridge", "smoothed", "shuffled", "shuffledWithin"];

/**
 * Distils a teacher into a student on data of one's own, next to the controls that a gain has to meet, and says in a word what
 * came of it; see VERDICT_RULE. Every arm with a setting has it chosen on validation rows. Standard errors over draws of a
 * distribution are the ordinary paired ones; over splits of a table they are corrected for the overlap.
 *
 * @throws RangeError or TypeError if an argument is out of its range; StudyError naming the trial where a learner fails
 * @see Nadeau & Bengio 2003 for the correction, Holm 1979 for that of several comparisons
 * @example (await distillationReport({ data, teacher, student })).verdict // "knowledge"
 */
export async function distillationReport(
  {
    data,
    teacher,
    student,
  }: { data: Distribution | Table; teacher: Classifier; student: Classifier },
  {
    trials = 20,
    measure = "brier",
    alphas = [0.25, 1, 4, Infinity],
    epsilons = [0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9],
    temperature = 1,
    level = 0.05,
    workers,
    onProgress,
  }: ReportOptions = {},
): Promise<Report> {
  checkData(data);
  checkInteger("trials", trials, 2, 10_000);
  checkChoice("measure", measure, MEASURES);
  checkNotEmpty("alphas", alphas);
  checkValues("alphas", alphas, 0, Infinity);
  checkIncreasing("alphas", alphas);
  checkNotEmpty("epsilons", epsilons);
  checkValues("epsilons", epsilons, 0, 1);
  checkIncreasing("epsilons", epsilons);
  checkNumber("temperature", temperature, 1e-3, 1e3);
  checkNumber("level", level, 1e-6, 0.5);
  if (student.ridges) checkValues("student.ridges", student.ridges, 0);
  const result = await runReport(
    `07-your-own/${data.name}`,
    trials,
    { data, teacher, student, alphas, epsilons, temperature, measure },
    { ...(workers !== undefined && { workers }), ...(onProgress && { onProgress }) },
  );
  const overlap = overlapOf(data);
  const controls = CONTROLS.filter((arm) => columnName(measure, arm) in result);
  const comparisons = compareAll(
    studyColumn(result, measure, "distilled"),
    Object.fromEntries(controls.map((arm) => [arm, studyColumn(result, measure, arm)])),
    { overlap, level },
  );
  const settings: Record<string, readonly (number | string)[]> = {
    ridge: ["its own", ...(student.ridges ?? [])],
    smoothed: epsilons,
    shuffled: alphas,
    shuffledWithin: alphas,
    distilled: alphas,
  };
  const chosen = Object.fromEntries(
    Object.entries(settings).flatMap(([arm, values]) =>
      columnName("setting", arm) in result
        ? [[arm, mostChosen(studyColumn(result, "setting", arm), values)]]
        : [],
    ),
  );
  return {
    name: data.name,
    measure,
    trials,
    verdict: verdictOf(comparisons, level),
    comparisons,
    chosen,
    settings: { alphas, epsilons, temperature, level },
    result,
    overlap,
  };
}

function mostChosen(places: Float64Array, values: readonly (number | string)[]): string {
  const counts = values.map((_, k) => places.filter((place) => place === k).length);
  const most = Math.max(...counts);
  const value = values[counts.indexOf(most)];
  return `${value === Infinity ? "∞" : value} (${most} of ${places.length})`;
}
