import type { OnProgress } from "../studies/trialLoop.js";
import { checkInteger, checkLength, checkValues, formatValue } from "../validate/checks.js";
import {
  checkLabelDistribution,
  type LabelDistribution,
  labelVector,
} from "./labelDistribution.js";

/** A deterministic learner f: labels in, parameters out, always as many. The inputs are its own affair. */
export type Learner = (labels: Uint8Array) => ArrayLike<number>;

/** What a learner made of each label vector, by number; undefined where the vector has probability 0. */
export type Optima = readonly (Float64Array | undefined)[];

/**
 * Runs a learner on every label vector that can occur. The first one is run again at the end: a learner whose
 * second answer differs in any bit is refused, since then f(y) would not be a function of y.
 *
 * @param labels of labelDistribution
 * @param learner never called on label vectors of probability 0
 * @returns 2^n parameter vectors of one length
 * @throws Error that names the label vector if the learner throws; RangeError that names it if the learner returns no
 * numbers, as many as elsewhere and finite, or another answer the second time
 * @example optimaOf(labelDistribution([0.5]), (y) => [2 * y[0]]) // [ Float64Array [ 0 ], Float64Array [ 2 ] ]
 */
export function optimaOf(labels: LabelDistribution, learner: Learner): Optima {
  const optimumAt = checkedLearner(labels, learner);
  const optima = Array.from(labels.probabilities, (_, k) => optimumAt(k));
  checkDeterministic(labels, optima, optimumAt);
  return optima;
}

/**
 * {@link optimaOf} that reports after every label vector.
 *
 * @example await optimaWithProgress(labels, learner, onProgress)
 */
export async function optimaWithProgress(
  labels: LabelDistribution,
  learner: Learner,
  onProgress: OnProgress,
): Promise<Optima> {
  const optimumAt = checkedLearner(labels, learner);
  const optima: (Float64Array | undefined)[] = [];
  for (let k = 0; k < labels.count; k++) {
    optima.push(optimumAt(k));
    await onProgress(k + 1, labels.count);
  }
  checkDeterministic(labels, optima, optimumAt);
  return optima;
}

/**
 * The expectation over all label vectors of a quantity of the learned parameters, such as their test loss.
 *
 * @param optima of optimaOf with the same labels
 * @example expectedOverLabels(labels, optimaOf(labels, (y) => [y[0]]), ([first]) => first) // eta[0]
 */
export const expectedOverLabels = (
  { probabilities }: LabelDistribution,
  optima: Optima,
  quantity: (optimum: Float64Array) => number,
): number =>
  optima.reduce(
    (total, optimum, k) => (optimum ? total + probabilities[k] * quantity(optimum) : total),
    0,
  );

/** Throws unless the labels are sound and each label vector has a finite optimum, all of one length, or undefined. */
export function checkOptima(labels: LabelDistribution, optima: Optima): void {
  checkLabelDistribution(labels);
  checkLength("optima", optima, labels.count, "the label vectors");
  const first = optima.findIndex((optimum) => optimum !== undefined);
  checkInteger("the optima's first index", first, 0);
  for (const [k, optimum] of optima.entries()) {
    // With 65 536 optima a name put together for each would take longer than looking at them.
    if (optimum === undefined || isSound(optimum, optima[first])) continue;
    checkValues(`optima[${k}]`, optimum);
    checkLength(`optima[${k}]`, optimum, optima[first]?.length ?? 0, `optima[${first}]`);
  }
}

const isSound = (optimum: Float64Array, first?: Float64Array) =>
  optimum instanceof Float64Array &&
  optimum.length === first?.length &&
  optimum.every((value) => Number.isFinite(value));

/** The learner as a function of the label vector's number, with its answers checked and its failures named. */
function checkedLearner(labels: LabelDistribution, learner: Learner) {
  checkLabelDistribution(labels);
  const { eta, probabilities } = labels;
  let width: number | undefined;
  return (index: number): Float64Array | undefined => {
    if (probabilities[index] === 0) return undefined;
    const y = labelVector(eta.length, index);
    const where = `the label vector ${y.join("")}`;
    let answer: ArrayLike<number>;
    try {
      answer = learner(y);
    } catch (error) {
      const reason = error instanceof Error ? error.message : formatValue(error);
      throw new Error(`the learner failed on ${where}: ${reason}`, { cause: error });
    }
    const optimum = Float64Array.from(answer);
    const wrong = optimum.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) {
      throw new RangeError(`the learner must return finite numbers, got ${wrong} for ${where}`);
    }
    width ??= optimum.length;
    if (optimum.length !== width) {
      throw new RangeError(
        `the learner must always return ${width} numbers, got ${optimum.length} for ${where}`,
      );
    }
    return optimum;
  };
}

function checkDeterministic(
  { eta }: LabelDistribution,
  optima: Optima,
  optimumAt: (index: number) => Float64Array | undefined,
): void {
  const index = optima.findIndex((optimum) => optimum !== undefined);
  const first = optima[index];
  if (optimumAt(index)?.some((value, j) => value !== first?.[j])) {
    const name = labelVector(eta.length, index).join("");
    throw new RangeError(
      `the learner must be deterministic, got two answers for the label vector ${name}`,
    );
  }
}
