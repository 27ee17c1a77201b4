import { list, number, oneOf, record, text } from "../../plotting/checks.js";
import { pairedFigure } from "../../plotting/pairedFigure.js";
import type { Role } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import type { Score } from "./digitExam.js";
import { compareArms, type DigitStudyResult } from "./digitStudy.js";

/** How the arms of the studies are called and coloured, whatever the study. */
const ARMS: Record<string, { label: string; role: Role }> = {
  plain: { label: "labels", role: "student" },
  ridge: { label: "labels, ridge", role: "guide" },
  smoothed: { label: "label smoothing", role: "smoothed" },
  shuffled: { label: "shuffled teacher", role: "shuffled" },
  self: { label: "self-distilled", role: "distilled" },
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

const MEASURES: Record<keyof Score, { label: string; unit: string; digits: number }> = {
  errorRate: { label: "error rate", unit: "percentage points", digits: 2 },
  logLoss: { label: "log-loss", unit: "nats", digits: 3 },
  calibratedLogLoss: { label: "log-loss after recalibration", unit: "nats", digits: 3 },
};

/**
 * The name of an arm for readers; an arm that no study here has keeps its own.
 *
 * @throws TypeError where arm is not a text
 * @example armLabel("self") // "self-distilled"
 */
export function armLabel(arm: string): string {
  text("arm", arm);
  return ARMS[arm]?.label ?? arm;
}

/**
 * A study's arms against the plain network of the same trial, in one measure.
 *
 * @throws RangeError or TypeError where there are fewer than 2 trials, there is no arm beside the plain one, a trial lacks
 * an arm or a score is not finite, or measure is none
 */
export function studyFigure<Arm extends string>(
  result: DigitStudyResult<Arm | "plain">,
  measure: keyof Score,
): Figure {
  oneOf(Object.keys(MEASURES))("measure", measure);
  list(record({ plain: record({ [measure]: number() }) }), { least: 2 })("result", result);
  const { label, unit, digits } = MEASURES[measure];
  const arms = Object.keys(result[0]).filter((arm) => arm !== "plain") as Arm[];
  list(text)("arms of result beside the plain one", arms);
  list(record(Object.fromEntries(arms.map((arm) => [arm, record({ [measure]: number() })]))))(
    "result",
    result,
  );
  return pairedFigure(
    arms.map((arm) => ({
      label: armLabel(arm),
      role: ARMS[arm]?.role ?? "guide",
      ...compareArms(result, measure, arm, "plain"),
    })),
    {
      alt:
        `Difference in ${label} to the network that learns the labels, mean ± standard error over ` +
        `${result.length} trials, in ${unit}:`,
      xLabel: `${label} minus that on labels (${unit}; bar: ± 2 SE)`,
      digits,
    },
  );
}
