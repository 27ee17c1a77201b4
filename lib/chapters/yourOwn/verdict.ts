import {
  correctedEstimate,
  holm,
  twoSidedQuantile,
  twoSidedTail,
} from "../../statistics/comparisons.js";
import type { Estimate } from "../../statistics/estimate.js";

/** What a comparison of the distilled student with one control came to. */
export interface Comparison {
  /** The arm that it is compared with. */
  control: string;
  /** The control's loss less the distilled student's: above 0 the student of the teacher is better. */
  gain: Estimate;
  /** Two-sided, of a t test with trials - 1 degrees of freedom, after Holm's correction. */
  p: number;
  /** The smallest gain that as many trials find four times in five. */
  detectable: number;
}

export type TransferVerdict =
  | "knowledge"
  | "softening"
  | "regularisation"
  | "no clear effect"
  | "harm";

/** The rule, in its order; the first line that fits is the verdict. */
export const VERDICT_RULE = [
  "harm: worse than the labels",
  "no clear effect: not better than the labels",
  "knowledge: better than every control",
  "regularisation: of the controls that it does not beat, the ridge is the best",
  "softening: of these, label smoothing or a shuffled teacher is the best",
] as const;

/** Differences below this are rounding of two solvers at the same optimum. */
const ROUNDING = 1e-9;
const POWER_TAIL = 0.4;

/**
 * The distilled student's losses against those of each control over the same trials.
 *
 * @param losses one array a control, as long as `distilled`
 * @param overlap of the trials' training sets, as in {@link correctedEstimate}
 */
export function compareAll(
  distilled: Float64Array,
  losses: Record<string, Float64Array>,
  { overlap, level }: { overlap: number; level: number },
): Comparison[] {
  const degrees = distilled.length - 1;
  const controls = Object.keys(losses);
  const gains = controls.map((control) =>
    correctedEstimate(
      losses[control].map((loss, i) => loss - distilled[i]),
      overlap,
      control,
    ),
  );
  const raw = gains.map(({ value, standardError }) =>
    Math.abs(value) < ROUNDING ? 1 : twoSidedTail(value / standardError, degrees),
  );
  const corrected = holm(raw);
  const reach =
    twoSidedQuantile(level / controls.length, degrees) + twoSidedQuantile(POWER_TAIL, degrees);
  return gains.map((gain, k) => ({
    control: controls[k],
    gain,
    p: corrected[k],
    detectable: reach * gain.standardError,
  }));
}

/** The first line of the {@link VERDICT_RULE} that fits: "better" and "worse" mean a corrected p of at most the level. */
export function verdictOf(comparisons: readonly Comparison[], level: number): TransferVerdict {
  const better = ({ p, gain }: Comparison) => p <= level && gain.value > 0;
  const [onLabels] = comparisons.filter(({ control }) => control === "labels");
  if (!better(onLabels)) return onLabels.p <= level ? "harm" : "no clear effect";
  const unbeaten = comparisons.filter((comparison) => !better(comparison));
  if (unbeaten.length === 0) return "knowledge";
  const best = unbeaten.reduce((a, b) => (b.gain.value < a.gain.value ? b : a));
  return best.control === "ridge" ? "regularisation" : "softening";
}
