import { type PairedRow, pairedFigure } from "../../plotting/pairedFigure.js";
import type { Role } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { correctedEstimate } from "../../statistics/comparisons.js";
import { plusMinus } from "../../statistics/estimate.js";
import type { Row } from "../../statistics/row.js";
import { runStudy } from "../../studies/study.js";
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
import { MEASURES, type Measure, reportTrial } from "./trial.js";
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
  /** Called before each trial and after the last. */
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
  /** Test rows over training rows where trials are splits of one table, else 0. */
  overlap: number;
}

const ARMS: Record<string, { label: string; role: Role }> = {
  labels: { label: "labels", role: "student" },
  ridge: { label: "labels, ridge", role: "guide" },
  smoothed: { label: "label smoothing", role: "smoothed" },
  shuffled: { label: "shuffled teacher", role: "shuffled" },
  shuffledWithin: { label: "shuffled within classes", role: "shuffled" },
  distilled: { label: "distilled", role: "distilled" },
  teacherOnly: { label: "distilled, α = ∞", role: "distilled" },
  teacher: { label: "the teacher", role: "teacher" },
};
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
    onProgress = () => {},
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
  const parameters = { data, teacher, student, alphas, epsilons, temperature, measure };
  const study = {
    name: `07-your-own/${data.name}`,
    trials,
    parameters,
    trial: reportTrial,
    module: import.meta.url,
  };
  // A closure cannot go to a worker: readers' functions run here.
  const result = await runStudy(study, { workers: 0, onProgress });
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
  const verdict = verdictOf(comparisons, level);
  return { name: data.name, measure, trials, verdict, comparisons, chosen, result, overlap };
}

function mostChosen(places: Float64Array, values: readonly (number | string)[]): string {
  const counts = values.map((_, k) => places.filter((place) => place === k).length);
  const most = Math.max(...counts);
  const value = values[counts.indexOf(most)];
  return `${value === Infinity ? "∞" : value} (${most} of ${places.length})`;
}

/** A report's arms as a table: every measure with its standard error, and the setting that was chosen most often. */
export function reportRows({ result, chosen, overlap }: Report): Row[] {
  const rows = Object.entries(ARMS).filter(([arm]) => columnName("logLoss", arm) in result);
  return rows.map(([arm, { label }]) => {
    const shown = (measure: Measure) =>
      plusMinus(correctedEstimate(studyColumn(result, measure, arm), overlap));
    return {
      arm: label,
      "log-loss": shown("logLoss"),
      recalibrated: shown("calibratedLogLoss"),
      "error rate": shown("errorRate"),
      Brier: shown("brier"),
      chosen: chosen[arm] ?? "",
    };
  });
}

/** A report's comparisons as a table: what the distilled student gains over each control, and what could have been seen. */
export function comparisonRows({ comparisons }: Report): Row[] {
  return comparisons.map(({ control, gain, p, detectable }) => {
    checkNumber("comparisons.p", p, 0, 1);
    checkNumber("comparisons.detectable", detectable, 0);
    return {
      "gain over": ARMS[control].label,
      gain: plusMinus(gain, 4),
      "p (Holm)": p < 0.0001 ? "< 0.0001" : p.toFixed(4),
      "smallest gain seen in 4 of 5 cases": detectable.toFixed(4),
    };
  });
}

/** A report's gains over each control, drawn with every trial. */
export function reportFigure({ name, measure, comparisons, result, trials }: Report): Figure {
  const distilled = studyColumn(result, measure, "distilled");
  checkInteger("trials", trials, 1);
  const rows: PairedRow[] = comparisons.map(({ control, gain }) => ({
    ...ARMS[control],
    difference: gain,
    trials: studyColumn(result, measure, control).map((loss, i) => loss - distilled[i]),
  }));
  return pairedFigure(rows, {
    alt: `What the distilled student gains over each control, ${name}, ${measure}, mean ± standard error over ${trials} trials:`,
    xLabel: "control's loss minus the distilled student's (bar: ± 2 SE)",
    digits: 3,
    marginLeft: 210,
  });
}
