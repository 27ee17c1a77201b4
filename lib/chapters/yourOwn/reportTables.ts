import { type PairedRow, pairedFigure } from "../../plotting/pairedFigure.js";
import type { Role } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { correctedEstimate } from "../../statistics/comparisons.js";
import { plusMinus } from "../../statistics/estimate.js";
import type { Row } from "../../statistics/row.js";
import { columnName, studyColumn } from "../../studies/studyColumn.js";
import { checkInteger, checkNumber } from "../../validate/checks.js";
import type { Report } from "./report.js";
import type { Measure } from "./score.js";

const ARMS: Record<string, { label: string; role: Role }> = {
  labels: { label: "labels", role: "student" },
  ridge: { label: "labels, ridge", role: "guide" },
  smoothed: { label: "label smoothing", role: "smoothed" },
  shuffled: { label: "shuffled teacher", role: "shuffled" },
  shuffledWithin: { label: "shuffled within classes", role: "shuffled" },
  distilled: { label: "distilled", role: "distilled" },
  teacherOnly: { label: "distilled, α = ∞", role: "distilled" },
  teacher: { label: "the teacher", role: "teacher" },
  floor: { label: "the true probabilities", role: "truth" },
};
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
