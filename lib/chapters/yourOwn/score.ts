/** What is measured on the test rows. */
export const MEASURES = ["logLoss", "calibratedLogLoss", "errorRate", "brier"] as const;
export type Measure = (typeof MEASURES)[number];
export type Score = Record<Measure, number>;

const LEAST = Number.MIN_VALUE;

/** The measures of predictions against true distributions: expected values where these are known, plain means on labels. */
export function score(truth: Float64Array, probabilities: Float64Array, classes: number) {
  const n = truth.length / classes;
  let [logLoss, errorRate, brier] = [0, 0, 0];
  for (let start = 0; start < truth.length; start += classes) {
    let best = start;
    let squares = 0;
    for (let c = start; c < start + classes; c++) {
      if (truth[c] > 0) logLoss -= truth[c] * Math.log(Math.max(probabilities[c], LEAST));
      if (probabilities[c] > probabilities[best]) best = c;
      squares += probabilities[c] ** 2;
    }
    errorRate += 1 - truth[best];
    // E |y - p|² = 1 - 2 t·p + |p|² over labels y drawn from t.
    let product = 0;
    for (let c = start; c < start + classes; c++) product += truth[c] * probabilities[c];
    brier += 1 - 2 * product + squares;
  }
  return { logLoss: logLoss / n, errorRate: errorRate / n, brier: brier / n };
}
