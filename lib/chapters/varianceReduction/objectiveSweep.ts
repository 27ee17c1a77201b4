import type { Population } from "../../data/population.js";
import { seededStream } from "../../random/seededStream.js";
import { checkIntegers, checkNotEmpty, checkText } from "../../validate/checks.js";
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
  designs: number;
  /** Of the random streams, one a size. */
  name: string;
  /** Awaited after each set of inputs with the count over all sizes. */
  onDesign?: (done: number) => Promise<void> | void;
}

/**
 * {@link objectiveErrors} at several training sizes.
 *
 * @throws RangeError or TypeError where an argument is out of its domain
 * @example (await objectiveSweep(normalPopulation(), [f], LABELLERS, options)).errors[0][0]["hard labels"].variance
 */
export async function objectiveSweep(
  population: Population,
  predictors: readonly Predictor[],
  labellers: Readonly<Record<string, SoftLabeller>>,
  { trainingExamples, designs, name, onDesign }: ObjectiveSweepOptions,
): Promise<ObjectiveSweep> {
  checkText("name", name);
  checkNotEmpty("trainingExamples", trainingExamples);
  checkIntegers("trainingExamples", trainingExamples, 2);
  const errors: ObjectiveSweep["errors"] = [];
  for (const [k, n] of trainingExamples.entries()) {
    const options = {
      n,
      designs,
      rng: seededStream(`${name}/${n}`),
      ...(onDesign ? { onDesign: (done: number) => onDesign(k * designs + done) } : {}),
    };
    errors.push(await objectiveErrors(population, predictors, labellers, options));
  }
  return { trainingExamples, errors };
}
