import type { Population } from "../../data/population.js";
import { lossAtMeanLabel } from "../../losses/logLoss.js";
import type { Rng } from "../../random/rng.js";
import {
  type Estimate,
  scaleEstimate,
  varianceAndStandardError,
  varianceDifference,
} from "../../statistics/estimate.js";
import { checkFinite, checkInteger, checkNumber } from "../../validate/checks.js";
import { lossesByLabel, meanCrossEntropy } from "./lossesByLabel.js";
import { type LossVariances, logitAt, type Predictor } from "./lossVariances.js";
import { drawSample } from "./softLabellers.js";

/** Simulated counterparts of LossVariances: n times the variance of a mean over n examples, in nats². */
export interface SampledVariances {
  hard: Estimate;
  postFormula: Estimate;
  soft: Estimate;
  /** hard - soft on the same training sets. */
  labelNoise: Estimate;
}

/**
 * Draws training sets and takes the variance of the training loss over them, under the three kinds of labels.
 *
 * @param population where the examples come from
 * @param f the fixed predictor
 * @param options.n examples in a training set, at least 1
 * @param options.trials training sets, at least 2
 * @param options.rng where they come from
 * @throws RangeError if an argument is out of its domain
 * @example sampledVariances(normalPopulation(), f, { n: 20, trials: 2000, rng: seededStream("a") }).hard.standardError
 */
export function sampledVariances(
  population: Population,
  f: Predictor,
  { n, trials, rng }: { n: number; trials: number; rng: Rng },
): SampledVariances {
  checkInteger("n", n, 1);
  checkInteger("trials", trials, 2);
  const losses = { hard: [] as number[], postFormula: [] as number[], soft: [] as number[] };
  for (let trial = 0; trial < trials; trial++) {
    const { x, y, eta } = drawSample(population, rng, n);
    const logits = x.map((value) => logitAt(f, value));
    const byLabel = lossesByLabel(logits);
    losses.hard.push(meanCrossEntropy(y, byLabel));
    losses.soft.push(meanCrossEntropy(eta, byLabel));
    losses.postFormula.push(meanOver(logits, (z, i) => lossAtMeanLabel(eta[i], z)));
  }
  return {
    hard: scaleEstimate(varianceAndStandardError(losses.hard), n),
    postFormula: scaleEstimate(varianceAndStandardError(losses.postFormula), n),
    soft: scaleEstimate(varianceAndStandardError(losses.soft), n),
    labelNoise: scaleEstimate(varianceDifference(losses.hard, losses.soft), n),
  };
}

/** The mean of term(logit, i) over the examples. */
export function meanOver(logits: Float64Array, term: (logit: number, i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += term(logits[i], i);
  return sum / logits.length;
}

/** One quantity, exact and simulated. */
export interface Agreement {
  quantity: keyof SampledVariances;
  exact: number;
  sampled: Estimate;
  /** How many standard errors the simulation is above the exact value. */
  zScore: number;
}

/**
 * How far a simulation is from the exact variances.
 *
 * @throws RangeError if a number is not finite
 * @example compareWithExact(exact, sampled)[0].zScore // between -4 and 4 if both are right
 */
export function compareWithExact(exact: LossVariances, sampled: SampledVariances): Agreement[] {
  checkFinite("exact", exact);
  checkFinite("sampled", sampled);
  const quantities = ["hard", "postFormula", "soft", "labelNoise"] as const;
  return quantities.map((quantity) => {
    const estimate = sampled[quantity];
    const error = `sampled.${quantity}.standardError`;
    checkNumber(error, estimate.standardError, Number.MIN_VALUE);
    const zScore = (estimate.value - exact[quantity]) / estimate.standardError;
    return { quantity, exact: exact[quantity], sampled: estimate, zScore };
  });
}
