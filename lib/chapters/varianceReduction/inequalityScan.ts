import { extent } from "d3-array";
import { normalPopulation, type Population } from "../../data/population.js";
import { postData } from "../../data/postData.js";
import { trainTestSplit } from "../../data/trainTestSplit.js";
import { polynomialAt } from "../../models/polynomialAt.js";
import { fitPostModels, MODEL_NAMES, type ModelName } from "../../models/postModels.js";
import { numpyRng } from "../../random/numpyRng.js";
import { drawUniform, type Rng } from "../../random/rng.js";
import {
  checkFinite,
  checkInteger,
  checkIntegers,
  checkNotEmpty,
  checkNumber,
  checkResult,
} from "../../validate/checks.js";
import { type LossVariances, logitAt, type Predictor, variancesOfLogits } from "./lossVariances.js";

/** The post's inequality on one function: it holds where the ratio is at least 1. */
export interface ScannedRatio {
  model: ModelName | "random cubic";
  /** Examples the function was fitted to; 0 for a random one. */
  trainingExamples: number;
  ratio: number;
}

const ROWS = 10000;
const POST_SEED = 1234;
const POST_SPLIT_SEED = 42;

/**
 * Left side over right side of the post's inequality: variance on hard labels over variance of the post's formula.
 *
 * @throws RangeError if the post's formula has no variance, as for f = 0, or the ratio is not finite
 * @example inequalityRatio(lossVariances(finitePopulation([0.5, 0.5], [1, 0.5]), (x) => [-10, 2][x])) // 0.932…
 */
export function inequalityRatio({ hard, postFormula }: LossVariances): number {
  checkNumber("hard", hard, 0);
  if (!(postFormula > 0)) {
    throw new RangeError(`postFormula must be above 0 for a ratio, got ${postFormula}`);
  }
  const ratio = hard / postFormula;
  checkResult("hard / postFormula", ratio);
  return ratio;
}

/**
 * The ratio for every function that the post's experiment fits: student, teacher and distilled model of each trial and
 * each training size, on the post's own data sets.
 *
 * @param trials data sets, at least 1
 * @param trainingExamples sizes, each from 5 to 9999
 * @throws RangeError if a number is out of its range or a training set has one class only
 * @example fittedRatios(1, [20]).length // 3
 */
export function fittedRatios(trials: number, trainingExamples: readonly number[]): ScannedRatio[] {
  checkInteger("trials", trials, 1);
  checkIntegers("trainingExamples", trainingExamples, 5, ROWS - 1);
  const ratioOf = ratiosOn(normalPopulation(10, undefined, { intervals: 4000 }));
  const rng = numpyRng(POST_SEED);
  const trainRows = trainingExamples.map((n) => trainTestSplit(ROWS, n, POST_SPLIT_SEED).train);
  const dataSets = Array.from({ length: trials }, () => postData(rng, ROWS));
  return dataSets.flatMap(({ x, y }) =>
    trainRows.flatMap((rows, k) => {
      const models = fitPostModels({
        x: Float64Array.from(rows, (row) => x[row]),
        y: Uint8Array.from(rows, (row) => y[row]),
      });
      return MODEL_NAMES.map((model) => {
        const input = (x: number) => (model === "teacher" ? Math.sin(x) : x);
        const f = (x: number) => polynomialAt(models[model], input(x));
        return { model, trainingExamples: trainingExamples[k], ratio: ratioOf(f) };
      });
    }),
  );
}

/**
 * The ratio for random cubics in x / 10 on the post's population: four normal coefficients times a common size between
 * 1/10 and 10, uniform in its logarithm.
 *
 * @param count at least 1
 * @param rng where the coefficients come from
 * @throws RangeError if count is out of its range, or rng draws no number in [0, 1]
 * @example randomCubicRatios(5, seededStream("example")).length // 5
 */
export function randomCubicRatios(count: number, rng: Rng): ScannedRatio[] {
  checkInteger("count", count, 1);
  const ratioOf = ratiosOn(normalPopulation(10, undefined, { intervals: 1200 }));
  return Array.from({ length: count }, () => {
    const size = 10 ** (2 * drawUniform(rng) - 1);
    const model = {
      weights: rng.normal(3).map((z) => z * size),
      intercept: size * rng.normal(1)[0],
    };
    const f = (x: number) => polynomialAt(model, x / 10);
    return { model: "random cubic", trainingExamples: 0, ratio: ratioOf(f) };
  });
}

/** A scan in one row of a table. */
export interface RatioSummary {
  functions: string;
  count: number;
  smallestRatio: number;
  largestRatio: number;
  violations: number;
}

/**
 * Counts the functions for which the post's inequality fails.
 *
 * @param functions what they are called
 * @param ratios at least one, each finite and at least 0
 * @throws RangeError if there is no ratio, or one is out of its range
 * @example summariseRatios("random cubics", randomCubicRatios(5, seededStream("example"))).count // 5
 */
export function summariseRatios(functions: string, ratios: readonly ScannedRatio[]): RatioSummary {
  checkNotEmpty("ratios", ratios);
  checkFinite("ratios", ratios);
  const [smallestRatio, largestRatio] = extent(ratios, ({ ratio }) => ratio) as [number, number];
  const violations = ratios.filter(({ ratio }) => ratio < 1).length;
  return { functions, count: ratios.length, smallestRatio, largestRatio, violations };
}

/** The ratio of functions on one population, whose label probabilities are computed once for all. */
function ratiosOn({ points, weights, eta }: Population): (f: Predictor) => number {
  const etas = points.map((x) => eta(x));
  return (f) =>
    inequalityRatio(
      variancesOfLogits(
        weights,
        etas,
        points.map((x) => logitAt(f, x)),
      ),
    );
}
