import type { Population } from "../../data/population.js";
import { lossAtMeanLabel } from "../../losses/logLoss.js";
import {
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkResult,
  checkValues,
} from "../../validate/checks.js";
import { lossesByLabel } from "./lossesByLabel.js";

/** A fixed function of the input whose values are logits: the post's p_theta, chosen before the data are seen. */
export type Predictor = (x: number) => number;

/**
 * Means (nats) and variances (nats²) of the loss on one example. The mean over n independent examples has the same
 * means and 1/n of the variances.
 */
export interface LossVariances {
  /** Var log(1 + exp(-Y f)): labels as drawn. */
  hard: number;
  /** Var log(1 + exp(-E[Y|X] f)): the post's formula. */
  postFormula: number;
  /** Variance of the cross-entropy to eta(X), Bayes soft labels: the part of `hard` that the inputs make. */
  soft: number;
  /** E[eta (1 - eta) f²]: the part of `hard` that the labels make. */
  labelNoise: number;
  /** Mean loss on hard labels, and on Bayes soft labels: they are the same number. */
  mean: number;
  /** Mean of the post's formula; never above `mean`, by Jensen. */
  postFormulaMean: number;
}

/**
 * The variances that the post's inequality compares, exactly: sums over the population's points. `hard` is summed over
 * the joint distribution of input and label, so that it does not presuppose the identity hard = soft + labelNoise.
 *
 * @param population finite, or with a quadrature
 * @param f the fixed predictor, finite on every point of the population
 * @throws RangeError if f or eta takes a value out of its domain, or f is so large that its square overflows
 * @see Menon et al. (2021), A statistical perspective on distillation, https://proceedings.mlr.press/v139/menon21a.html
 * @example lossVariances(finitePopulation([1], [0.5]), () => 2).hard // 1
 */
export function lossVariances(population: Population, f: Predictor): LossVariances {
  const { points, weights } = population;
  checkNotEmpty("population.points", points);
  checkLength("population.weights", weights, points.length, "population.points");
  checkValues("population.weights", weights, 0, 1);
  return variancesOfLogits(
    weights,
    points.map((x) => population.eta(x)),
    points.map((x) => logitAt(f, x)),
  );
}

/**
 * {@link lossVariances} from the values at the points of a population, for many functions on the same.
 *
 * @param weights of n points
 * @param eta n probabilities of label 1
 * @param logits n finite numbers
 */
export function variancesOfLogits(
  weights: Float64Array,
  eta: Float64Array,
  logits: Float64Array,
): LossVariances {
  const { ofOne, ofZero } = lossesByLabel(logits);
  const softLosses = new Float64Array(logits.length);
  const postLosses = new Float64Array(logits.length);
  let [mean, postFormulaMean] = [0, 0];
  for (let i = 0; i < logits.length; i++) {
    softLosses[i] = eta[i] * ofOne[i] + (1 - eta[i]) * ofZero[i];
    postLosses[i] = lossAtMeanLabel(eta[i], logits[i]);
    mean += weights[i] * softLosses[i];
    postFormulaMean += weights[i] * postLosses[i];
  }
  let [hard, postFormula, soft, labelNoise] = [0, 0, 0, 0];
  for (let i = 0; i < logits.length; i++) {
    const w = weights[i];
    const p = eta[i];
    const z = logits[i];
    hard += w * (p * (ofOne[i] - mean) ** 2 + (1 - p) * (ofZero[i] - mean) ** 2);
    postFormula += w * (postLosses[i] - postFormulaMean) ** 2;
    soft += w * (softLosses[i] - mean) ** 2;
    labelNoise += w * (p * (1 - p) * z * z);
  }
  const variances = { hard, postFormula, soft, labelNoise, mean, postFormulaMean };
  checkResult("f", Object.values(variances));
  return variances;
}

/** f(x), or a RangeError if it is not finite. */
export function logitAt(f: Predictor, x: number): number {
  const value = f(x);
  // The name is put together for a bad value only: doing so for each would take longer than the loss.
  if (!Number.isFinite(value)) checkNumber(`f(${x})`, value);
  return value;
}
