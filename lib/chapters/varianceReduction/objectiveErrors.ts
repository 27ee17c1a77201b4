import { mean } from "d3-array";
import { etasAt, type Population } from "../../data/population.js";
import type { Rng } from "../../random/rng.js";
import { seededStream } from "../../random/seededStream.js";
import { type Estimate, meanAndStandardError, scaleEstimate } from "../../statistics/estimate.js";
import type { OnProgress } from "../../studies/trialLoop.js";
import {
  checkInteger,
  checkIntegers,
  checkLength,
  checkNotEmpty,
  checkValues,
} from "../../validate/checks.js";
import { lossesByLabel, meanCrossEntropy } from "./lossesByLabel.js";
import { logitAt, lossVariances, type Predictor } from "./lossVariances.js";
import type { SoftLabeller } from "./softLabellers.js";

/**
 * How far a training objective is from the population loss at one fixed predictor. All but `bias` are times n, in
 * nats², and meanSquare = biasSquared + betweenInputs + labelNoise in the sample as well as in truth.
 */
export interface ObjectiveErrors {
  /** Mean of objective minus population loss, nats (not times n). */
  bias: Estimate;
  biasSquared: Estimate;
  /** The variance that is left when every label vector of a training set is averaged over. */
  betweenInputs: Estimate;
  /** Mean variance over the labels at fixed inputs. */
  labelNoise: Estimate;
  /** betweenInputs + labelNoise. */
  variance: Estimate;
  meanSquare: Estimate;
  /** meanSquare minus that of the first labeller, on the same training sets. */
  againstFirst: Estimate;
}

export interface ObjectiveErrorOptions {
  /** Examples in a training set, at least 2. */
  n: number;
  /** Sets of inputs, at least 2; each is labelled twice. */
  inputSets: number;
  rng: Rng;
  /** After each set of inputs. */
  onProgress?: OnProgress;
}

/**
 * Simulates the objective (1/n) sum_i [cross-entropy to T(x_i)] at fixed predictors, with the soft labels T fitted to the
 * training set itself. Each set of inputs gets two independent label vectors: their losses' covariance is the
 * variance between inputs, and half their mean squared difference the label noise.
 *
 * @param population where the examples come from
 * @param predictors fixed functions, one or more
 * @param labellers one or more, by name; the first is what the others are compared with
 * @returns errors[p][name] of the p-th predictor under the labeller of that name
 * @throws RangeError if an argument is out of its domain
 * @example (await objectiveErrors(normalPopulation(), [f], LABELLERS, { n: 20, inputSets: 100, rng }))[0]["sine teacher"]
 */
export async function objectiveErrors(
  population: Population,
  predictors: readonly Predictor[],
  labellers: Readonly<Record<string, SoftLabeller>>,
  { n, inputSets, rng, onProgress }: ObjectiveErrorOptions,
): Promise<Record<string, ObjectiveErrors>[]> {
  const names = Object.keys(labellers);
  checkInteger("n", n, 2);
  checkInteger("inputSets", inputSets, 2);
  checkInteger("the number of predictors", predictors.length, 1);
  checkInteger("the number of labellers", names.length, 1);
  const targets = predictors.map((f) => lossVariances(population, f).mean);
  const errors = predictors.map(() => names.map(() => [[], []] as [number[], number[]]));
  for (let set = 0; set < inputSets; set++) {
    const x = population.sample(rng, n);
    const eta = etasAt(population, x);
    const losses = predictors.map((f) => lossesByLabel(x.map((value) => logitAt(f, value))));
    for (const twin of [0, 1]) {
      const sample = { x, y: rng.bernoulli(eta), eta };
      names.forEach((name, t) => {
        const labels = labellers[name](sample);
        checkLength(`the labels of ${name}`, labels, n, "the training set");
        checkValues(`the labels of ${name}`, labels, 0, 1);
        losses.forEach((byLabel, p) => {
          errors[p][t][twin].push(meanCrossEntropy(labels, byLabel) - targets[p]);
        });
      });
    }
    await onProgress?.(set + 1, inputSets);
  }
  return errors.map((row) =>
    Object.fromEntries(names.map((name, t) => [name, decompose(row[t], row[0], n)])),
  );
}

type Twins = readonly [readonly number[], readonly number[]];

function decompose([a, b]: Twins, first: Twins, n: number): ObjectiveErrors {
  const bias = meanAndStandardError(a.map((error, i) => (error + b[i]) / 2));
  const center = bias.value;
  const estimate = (term: (a: number, b: number) => number) =>
    scaleEstimate(meanAndStandardError(a.map((error, i) => term(error, b[i]))), n);
  const squares = meanSquares([a, b]);
  const squaresOfFirst = meanSquares(first);
  return {
    bias,
    biasSquared: {
      value: n * center ** 2,
      standardError: 2 * n * Math.abs(center) * bias.standardError,
    },
    betweenInputs: estimate((u, v) => (u - center) * (v - center)),
    labelNoise: estimate((u, v) => (u - v) ** 2 / 2),
    variance: estimate((u, v) => ((u - center) ** 2 + (v - center) ** 2) / 2),
    meanSquare: scaleEstimate(meanAndStandardError(squares), n),
    againstFirst: scaleEstimate(
      meanAndStandardError(squares.map((v, i) => v - squaresOfFirst[i])),
      n,
    ),
  };
}

const meanSquares = ([a, b]: Twins) => a.map((error, i) => mean([error ** 2, b[i] ** 2]) as number);

/** The errors of training objectives over training sizes. */
export interface ObjectiveSweep {
  trainingExamples: readonly number[];
  /** errors[k][p][name]: k-th size, p-th predictor, labeller of that name. */
  errors: Record<string, ObjectiveErrors>[][];
}

export interface ObjectiveSweepOptions {
  trainingExamples: readonly number[];
  /** Sets of inputs at each size, at least 2. */
  inputSets: number;
  /** Of the random streams, one a size. */
  name: string;
  /** After each set of inputs at each size. */
  onProgress?: OnProgress;
}

/**
 * {@link objectiveErrors} at several training sizes.
 *
 * @throws RangeError if an argument is out of its domain
 * @example (await objectiveSweep(normalPopulation(), [f], LABELLERS, options)).errors[0][0]["hard labels"].variance
 */
export async function objectiveSweep(
  population: Population,
  predictors: readonly Predictor[],
  labellers: Readonly<Record<string, SoftLabeller>>,
  { trainingExamples, inputSets, name, onProgress }: ObjectiveSweepOptions,
): Promise<ObjectiveSweep> {
  checkNotEmpty("trainingExamples", trainingExamples);
  checkIntegers("trainingExamples", trainingExamples, 2);
  const total = trainingExamples.length * inputSets;
  const errors: ObjectiveSweep["errors"] = [];
  for (const [k, n] of trainingExamples.entries()) {
    const options = {
      n,
      inputSets,
      rng: seededStream(`${name}/${n}`),
      onProgress: (done: number) => onProgress?.(k * inputSets + done, total),
    };
    errors.push(await objectiveErrors(population, predictors, labellers, options));
  }
  return { trainingExamples, errors };
}
