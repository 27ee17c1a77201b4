import type { Population } from "../../data/population.js";
import type { Rng } from "../../random/rng.js";
import { seededStream } from "../../random/seededStream.js";
import {
  type Estimate,
  meanAndStandardError,
  scaleEstimate,
  varianceAndStandardError,
  varianceDifference,
} from "../../statistics/estimate.js";
import type { OnProgress } from "../../studies/trialLoop.js";
import { checkInteger } from "../../validate/checks.js";
import { lossesByLabel, meanCrossEntropy } from "./lossesByLabel.js";
import { logitAt, type Predictor } from "./lossVariances.js";
import { meanOver } from "./sampledVariances.js";
import { drawSample, type LabelledSample } from "./softLabellers.js";

/** Chooses a predictor, after a look at the training set or without one. */
export type PredictorRule = (sample: LabelledSample) => Predictor;

/** Both sides of the identity by simulation, times n, in nats². */
export interface FittedIdentity {
  /** Variance of the training loss on hard labels. */
  hard: Estimate;
  /** Variance of the training loss of the same predictors on Bayes labels. */
  soft: Estimate;
  /** hard - soft, on the same training sets. */
  measured: Estimate;
  /** Mean of eta (1 - eta) f² over the training sets: what the identity says the difference is. */
  predicted: Estimate;
  /** Mean training loss on hard labels, nats. */
  meanLoss: Estimate;
}

/**
 * Puts the identity Var(hard) - Var(Bayes) = E[eta (1 - eta) f²] to the test where f may depend on the training set.
 *
 * @param population where the examples come from
 * @param fit gives the predictor of a training set; one that ignores it is a fixed f
 * @param options.n examples in a training set, at least 1
 * @param options.trials training sets, at least 2
 * @param options.onProgress after each
 * @throws RangeError if an argument is out of its domain, and what `fit` throws
 * @example (await fittedIdentity(normalPopulation(), () => () => 1, { n: 20, trials: 100, rng })).measured
 */
export async function fittedIdentity(
  population: Population,
  fit: PredictorRule,
  { n, trials, rng, onProgress }: { n: number; trials: number; rng: Rng; onProgress?: OnProgress },
): Promise<FittedIdentity> {
  checkInteger("n", n, 1);
  checkInteger("trials", trials, 2);
  const hard: number[] = [];
  const soft: number[] = [];
  const noise: number[] = [];
  for (let trial = 0; trial < trials; trial++) {
    const sample = drawSample(population, rng, n);
    const { x, y, eta } = sample;
    const f = fit(sample);
    const logits = x.map((value) => logitAt(f, value));
    const losses = lossesByLabel(logits);
    hard.push(meanCrossEntropy(y, losses));
    soft.push(meanCrossEntropy(eta, losses));
    noise.push(meanOver(logits, (z, i) => eta[i] * (1 - eta[i]) * z * z));
    await onProgress?.(trial + 1, trials);
  }
  return {
    hard: scaleEstimate(varianceAndStandardError(hard), n),
    soft: scaleEstimate(varianceAndStandardError(soft), n),
    measured: scaleEstimate(varianceDifference(hard, soft), n),
    predicted: meanAndStandardError(noise),
    meanLoss: meanAndStandardError(hard),
  };
}

/**
 * {@link fittedIdentity} for several ways of choosing the predictor, each on the same training sets.
 *
 * @param fits by name
 * @param options.name of the random stream
 * @param options.onProgress after each training set of each fit
 * @throws RangeError if an argument is out of its domain, and what a fit throws
 */
export async function fittedIdentities(
  population: Population,
  fits: Readonly<Record<string, PredictorRule>>,
  {
    n,
    trials,
    name,
    onProgress,
  }: { n: number; trials: number; name: string; onProgress?: OnProgress },
): Promise<({ label: string } & FittedIdentity)[]> {
  const total = Object.keys(fits).length * trials;
  const rows: ({ label: string } & FittedIdentity)[] = [];
  for (const [k, [label, fit]] of Object.entries(fits).entries()) {
    const options = {
      n,
      trials,
      rng: seededStream(name),
      onProgress: (done: number) => onProgress?.(k * trials + done, total),
    };
    rows.push({ label, ...(await fittedIdentity(population, fit, options)) });
  }
  return rows;
}
