import { pairedFigure } from "../../plotting/pairedFigure.js";
import type { Role } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { plusMinus } from "../../statistics/estimate.js";
import type { Row } from "../../statistics/row.js";
import { columnMean } from "../../studies/studyColumn.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkChoice, checkNotEmpty } from "../../validate/checks.js";
import { armsOf, compareArms, MEASURES, type Measure } from "./compareArms.js";

/** How the arms of the studies are called and coloured, whatever the study. */
const ARMS: Record<string, { label: string; role: Role }> = {
  onLabels: { label: "labels", role: "student" },
  ridge: { label: "labels, ridge", role: "guide" },
  smoothed: { label: "label smoothing", role: "smoothed" },
  shuffled: { label: "shuffled teacher", role: "shuffled" },
  selfDistilled: { label: "self-distilled", role: "distilled" },
  mixed: { label: "self-distilled, α = 1", role: "distilled" },
  distilled: { label: "distilled", role: "distilled" },
  unlabelled: { label: "distilled, more images", role: "distilled" },
  fromEnsemble: { label: "distilled ensemble", role: "distilled" },
  ensembleLabelled: { label: "ensemble, 100 images", role: "distilled" },
  selfPool: { label: "self, 4000 images", role: "distilled" },
  ensemblePool: { label: "ensemble, 4000 images", role: "distilled" },
  teacher: { label: "the teacher", role: "teacher" },
  ensemble: { label: "the ensemble", role: "teacher" },
};

const SCALES: Record<Measure, { label: string; unit: string; digits: number }> = {
  errorRate: { label: "error rate", unit: "percentage points", digits: 2 },
  logLoss: { label: "log-loss", unit: "nats", digits: 3 },
  calibratedLogLoss: { label: "log-loss after recalibration", unit: "nats", digits: 3 },
};

/**
 * The name of an arm for readers; an arm that no study here has keeps its own.
 *
 * @example armLabel("selfDistilled") // "self-distilled"
 */
export function armLabel(arm: string): string {
  return ARMS[arm]?.label ?? arm;
}

/**
 * The arms of a study of digits against the network on labels of the same trial, in one measure.
 *
 * @throws RangeError if there is no arm beside the network on labels, or as {@link compareArms}
 */
export function digitFigure(result: StudyResult, measure: Measure): Figure {
  checkChoice("measure", measure, MEASURES);
  const { label, unit, digits } = SCALES[measure];
  const arms = armsOf(result).filter((arm) => arm !== "onLabels");
  checkNotEmpty("the arms of result beside onLabels", arms);
  const rows = arms.map((arm) => ({
    label: armLabel(arm),
    role: ARMS[arm]?.role ?? "guide",
    ...compareArms(result, measure, arm, "onLabels"),
  }));
  return pairedFigure(rows, {
    alt:
      `Difference in ${label} to the network that learns the labels, mean ± standard error over ` +
      `${rows[0].trials.length} trials, in ${unit}:`,
    xLabel: `${label} minus that on labels (${unit}; bar: ± 2 SE)`,
    digits,
  });
}

/**
 * A study of digits as rows for a table: mean scores of each arm, and its difference to the network on labels with
 * standard errors.
 *
 * @throws RangeError as {@link compareArms}
 */
export function digitTable(result: StudyResult): Row[] {
  return armsOf(result).map((arm) => {
    const cells = (name: string, measure: Measure, digits: number) => {
      const mean = columnMean(result, measure, arm).value;
      const { difference } = compareArms(result, measure, arm, "onLabels");
      return {
        [name]: mean.toFixed(digits),
        [`Δ ${name}`]: arm === "onLabels" ? "–" : plusMinus(difference, digits),
      };
    };
    return {
      arm: armLabel(arm),
      ...cells("error %", "errorRate", 2),
      ...cells("log-loss", "logLoss", 3),
      ...cells("recalibrated", "calibratedLogLoss", 3),
    };
  });
}
