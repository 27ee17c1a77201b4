import { max } from "d3-array";
import { softmaxRows } from "./softmax.js";

const logsOf = (probabilities: Float64Array) =>
  probabilities.map((p) => Math.log(Math.max(p, Number.MIN_VALUE)));

/**
 * Distributions at another temperature: each row raised to the power 1 / temperature and normalised.
 *
 * @param probabilities n × classes, row by row; a zero counts as the smallest positive double
 * @returns n × classes
 * @example applyTemperature(Float64Array.of(0.1, 0.9), 2, 2) // Float64Array [ 0.25, 0.75 ]
 */
export function applyTemperature(
  probabilities: Float64Array,
  classes: number,
  temperature: number,
): Float64Array {
  return softmaxRows(logsOf(probabilities), classes, { temperature });
}

const MAX_STEPS = 100;
/** Beyond these the labels are as good as separated, or as good as noise. */
const [LEAST, MOST] = [0.01, 100];

/**
 * The one temperature at which distributions have the least log-loss on labelled data, kept within [0.01, 100]: Newton's
 * method on 1 / temperature, in which the loss is convex. Where it is 0 to rounding, as on separated labels, it stops.
 *
 * @param labels n classes
 * @param probabilities n × classes, row by row
 * @see Guo et al. 2017, "On calibration of modern neural networks", section 4.2
 * @example calibratedTemperature([1, 1, 1, 0], oddsOfNine) // 2 for four rows 0.1, 0.9: √9 = 3 to 1 is what the labels say
 */
export function calibratedTemperature(
  labels: ArrayLike<number>,
  probabilities: Float64Array,
): number {
  const classes = probabilities.length / labels.length;
  const logs = belowTheirMost(logsOf(probabilities), classes);
  let inverse = 1;
  for (let step = 0; step < MAX_STEPS; step++) {
    const { slope, curvature } = derivatives(labels, logs, classes, inverse);
    const target = curvature > 0 ? inverse - slope / curvature : inverse;
    const next = Math.min(Math.max(target, inverse / 2, 1 / MOST), inverse * 2, 1 / LEAST);
    const moved = Math.abs(next - inverse);
    inverse = next;
    // The steps of Newton's method get smaller quadratically: the next one would be at the limit of rounding.
    if (moved < 1e-7 * inverse) break;
  }
  return 1 / inverse;
}

/** Takes the largest of each row from all of the row. */
function belowTheirMost(logs: Float64Array, classes: number): Float64Array {
  for (let start = 0; start < logs.length; start += classes) {
    const row = logs.subarray(start, start + classes);
    const most = max(row) as number;
    for (let c = 0; c < classes; c++) row[c] -= most;
  }
  return logs;
}

/** Of the summed log-loss, by the inverse temperature: means and variances of the logs, at most 0, under the softened rows. */
function derivatives(
  labels: ArrayLike<number>,
  logs: Float64Array,
  classes: number,
  inverse: number,
): { slope: number; curvature: number } {
  let slope = 0;
  let curvature = 0;
  for (let i = 0, start = 0; i < labels.length; i++, start += classes) {
    let [total, first, second] = [0, 0, 0];
    for (let c = 0; c < classes; c++) {
      const value = logs[start + c];
      const weight = Math.exp(inverse * value);
      total += weight;
      first += weight * value;
      second += weight * value * value;
    }
    const average = first / total;
    slope += average - logs[start + labels[i]];
    curvature += second / total - average * average;
  }
  return { slope, curvature };
}
