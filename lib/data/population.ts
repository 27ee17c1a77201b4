import { checkDistribution } from "../losses/domains.js";
import type { Rng } from "../random/rng.js";
import { checkInteger, checkLength, checkNumber, checkValues } from "../validate/checks.js";
import { normalGrid, type Quadrature } from "./normalGrid.js";
import { postEta } from "./postData.js";

/** A distribution of (X, Y) that can be integrated over and drawn from; Y is 1 with probability eta(X). */
export interface Population extends Quadrature {
  /** The probability of label 1 at an input. */
  eta(x: number): number;
  /** Draws n inputs. */
  sample(rng: Rng, n: number): Float64Array;
}

/**
 * A population with finitely many inputs, called 0, 1, 2, …; sums over its points are exact.
 *
 * @param probabilities of the k inputs: non-negative, with the sum 1
 * @param eta probability of label 1 at each of them
 * @throws RangeError if the support is empty, the lengths differ, a number is outside [0, 1] or the
 * probabilities do not sum to 1
 * @example finitePopulation([0.5, 0.5], [1, 0.5]).eta(1) // 0.5
 */
export function finitePopulation(
  probabilities: ArrayLike<number>,
  eta: ArrayLike<number>,
): Population {
  checkDistribution("probabilities", probabilities);
  checkLength("eta", eta, probabilities.length, "probabilities");
  checkValues("eta", eta, 0, 1);
  const weights = Float64Array.from(probabilities);
  const last = weights.length - 1;
  const inputAt = (u: number) => {
    let input = 0;
    for (let reached = weights[0]; reached <= u && input < last; reached += weights[input]) input++;
    return input;
  };
  return {
    points: weights.map((_, i) => i),
    weights,
    eta: (x) => {
      checkInteger("x", x, 0, last);
      return eta[x];
    },
    sample: (rng, n) => rng.uniform(n).map(inputAt),
  };
}

/**
 * The population with x ~ N(0, scale²); integrals are the quadrature of {@link normalGrid}. The defaults are the post's.
 *
 * @param scale standard deviation, above 0; six of them must be a finite number
 * @param eta probability of label 1 at each input
 * @param options.intervals of the quadrature
 * @throws RangeError if a number is out of its range
 * @example normalPopulation().points.length // 12001
 */
export function normalPopulation(
  scale = 10,
  eta: (x: number) => number = postEta,
  { intervals = 12000 } = {},
): Population {
  const checkedEta = (x: number) => {
    const p = eta(x);
    if (!(p >= 0 && p <= 1)) checkNumber(`eta(${x})`, p, 0, 1);
    return p;
  };
  return {
    ...normalGrid(scale, intervals),
    eta: checkedEta,
    sample: (rng, n) => rng.normal(n).map((z) => z * scale),
  };
}

/** The probabilities of label 1 at some inputs, checked: a population that a caller wrote may give anything. */
export function etasAt(population: Pick<Population, "eta">, x: Float64Array): Float64Array {
  const eta = x.map((value) => population.eta(value));
  checkValues("population.eta(x)", eta, 0, 1);
  return eta;
}
