import type { Population } from "../../data/population.js";
import { seededStream } from "../../random/seededStream.js";
import type { OnProgress } from "../../studies/onProgress.js";
import { checkIntegers, checkNotEmpty } from "../../validate/checks.js";
import type { Predictor } from "./lossVariances.js";
import { type ObjectiveErrors, objectiveErrors } from "./objectiveErrors.js";
import type { SoftLabeller } from "./softLabellers.js";

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
