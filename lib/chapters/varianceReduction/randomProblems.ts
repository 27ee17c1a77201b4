import { finitePopulation, type Population } from "../../data/population.js";
import type { Rng } from "../../random/rng.js";
import { seededStream } from "../../random/seededStream.js";
import type { Estimate } from "../../statistics/estimate.js";
import { checkInteger, checkNumber, checkValues, MAX_MAGNITUDE } from "../../validate/checks.js";
import { inequalityRatio } from "./inequalityScan.js";
import { lossVariances, type Predictor } from "./lossVariances.js";
import { BELOW_HALF, smallestPossibleRatio, worstProblem } from "./noiseFloor.js";

export interface RandomProblemOptions {
  /** Size of the support, at least 1. */
  inputs: number;
  /** Standard deviation of the logits, above 0 and at most 1e12. */
  scale: number;
  /** Label probabilities are uniform on [noiseFloor, 1 - noiseFloor]. Default 0. */
  noiseFloor?: number;
}

/** A finite population and a predictor on it. */
export interface VarianceProblem {
  population: Population;
  f: Predictor;
}

/**
 * Draws a problem without any structure: probabilities uniform on the simplex, label probabilities uniform, normal
 * logits that know nothing of the labels.
 *
 * @throws RangeError if an option is out of its range
 * @example randomProblem(seededStream("example"), { inputs: 3, scale: 2 }).population.points.length // 3
 */
export function randomProblem(
  rng: Rng,
  { inputs, scale, noiseFloor = 0 }: RandomProblemOptions,
): VarianceProblem {
  checkInteger("inputs", inputs, 1);
  checkNumber("scale", scale, Number.MIN_VALUE, MAX_MAGNITUDE);
  checkNumber("noiseFloor", noiseFloor, 0, 0.5);
  const spacings = rng.uniform(inputs).map((u) => -Math.log1p(-u));
  const total = spacings.reduce((sum, v) => sum + v, 0);
  const eta = rng.uniform(inputs).map((u) => noiseFloor + (1 - 2 * noiseFloor) * u);
  const logits = rng.normal(inputs).map((z) => z * scale);
  return {
    population: finitePopulation(
      spacings.map((v) => v / total),
      eta,
    ),
    f: (x) => logits[x],
  };
}

/** What a search through random problems found. */
export interface ViolationSearch {
  /** Share of problems where the post's inequality fails, with its binomial standard error (Laplace's: never 0). */
  share: Estimate;
  violations: number;
  problems: number;
  /** The least ratio of left to right side. */
  smallestRatio: number;
}

/**
 * Counts how many random problems violate the post's inequality; the variances are exact.
 *
 * @param problems how many to draw, at least 1
 * @throws RangeError if an argument is out of its range, or noiseFloor is 0.5: all labels are coins then, the post's
 * formula has no variance, and there is no ratio
 * @example searchViolations(seededStream("example"), 100, { inputs: 3, scale: 10 }).problems // 100
 */
export function searchViolations(
  rng: Rng,
  problems: number,
  options: RandomProblemOptions,
): ViolationSearch {
  checkInteger("problems", problems, 1);
  if (options.noiseFloor === 0.5) throw new RangeError("noiseFloor must be below 0.5, got 0.5");
  let violations = 0;
  let smallestRatio = Infinity;
  for (let k = 0; k < problems; k++) {
    const { population, f } = randomProblem(rng, options);
    const ratio = inequalityRatio(lossVariances(population, f));
    if (ratio < 1) violations++;
    smallestRatio = Math.min(smallestRatio, ratio);
  }
  const value = violations / problems;
  // One violation and one other more than were seen, so that none in a finite search does not pass for certainty.
  const smoothed = (violations + 1) / (problems + 2);
  const standardError = Math.sqrt((smoothed * (1 - smoothed)) / problems);
  return { share: { value, standardError }, violations, problems, smallestRatio };
}

/**
 * The largest relative error of the identity Var(hard) = Var(soft) + E[eta (1 - eta) f²] over random problems, the
 * left side summed over the joint distribution of input and label: nothing but rounding is expected.
 *
 * @param problems how many to draw, at least 1
 * @throws RangeError if an argument is out of its range
 */
export function identityError(rng: Rng, problems: number, options: RandomProblemOptions): number {
  checkInteger("problems", problems, 1);
  let largest = 0;
  for (let k = 0; k < problems; k++) {
    const { population, f } = randomProblem(rng, options);
    const { hard, soft, labelNoise } = lossVariances(population, f);
    largest = Math.max(largest, Math.abs(hard - soft - labelNoise) / hard);
  }
  return largest;
}

/** A search at one size of the support and one spread of the logits. */
export interface SearchedCell extends ViolationSearch {
  inputs: number;
  scale: number;
}

/**
 * {@link searchViolations} over a grid of support sizes and spreads of the logits.
 *
 * @param name of the random streams, one a cell
 * @throws RangeError if a number is out of its range
 * @example searchCounterexamples("example", 100, [2, 3], [1, 10]).length // 4
 */
export function searchCounterexamples(
  name: string,
  problems: number,
  inputs: readonly number[],
  scales: readonly number[],
): SearchedCell[] {
  checkValues("inputs", inputs);
  checkValues("scales", scales);
  return scales.flatMap((scale) =>
    inputs.map((k) => ({
      inputs: k,
      scale,
      ...searchViolations(seededStream(`${name}/${k}/${scale}`), problems, { inputs: k, scale }),
    })),
  );
}

/** Ratios of the post's inequality at one noise floor. */
export interface LabelNoiseRatios {
  noiseFloor: number;
  /** The smallest there can be. */
  possible: number;
  /** Of the two-input problem built to reach it. */
  built: number;
  /** The least that a random search found. */
  found: number;
}

/**
 * Builds the worst problem at each noise floor, and searches through random ones with two inputs and logits of spread 30.
 *
 * @param name of the random streams, one a floor
 * @param noiseFloors each in (0, 0.5)
 * @throws RangeError if a number is out of its range
 */
export function ratiosByLabelNoise(
  name: string,
  problems: number,
  noiseFloors: readonly number[],
): LabelNoiseRatios[] {
  checkValues("noiseFloors", noiseFloors, Number.MIN_VALUE, BELOW_HALF);
  return noiseFloors.map((noiseFloor) => {
    const { population, f } = worstProblem(noiseFloor, 1e4);
    const options = { inputs: 2, scale: 30, noiseFloor };
    return {
      noiseFloor,
      possible: smallestPossibleRatio(noiseFloor),
      built: inequalityRatio(lossVariances(population, f)),
      found: searchViolations(seededStream(`${name}/${noiseFloor}`), problems, options)
        .smallestRatio,
    };
  });
}
