import { finitePopulation, normalPopulation } from "../data/population.js";
import { inequalityRatio } from "../experiments/inequalityScan.js";
import { lossVariances } from "../experiments/lossVariances.js";
import { checkLength, checkValues } from "../validate/checks.js";
import { choiceExercise, type Exercise, numberExercise } from "./exercise.js";

/** A reader's own counterexample: k inputs with their probabilities, label probabilities and logits. */
export interface OwnCounterexample {
  probabilities: readonly number[];
  eta: readonly number[];
  logits: readonly number[];
}

/**
 * Left side over right side of the post's inequality for a reader's own problem; below 1 it is a counterexample.
 *
 * @throws RangeError or TypeError where the problem is not one: see finitePopulation; logits must be finite
 * @example ratioOfOwn({ probabilities: [0.5, 0.5], eta: [1, 0.5], logits: [-10, 2] }) // 0.932…
 */
export function ratioOfOwn({ probabilities, eta, logits }: OwnCounterexample): number {
  const population = finitePopulation(probabilities, eta);
  checkLength("logits", logits, probabilities.length, "probabilities");
  return inequalityRatio(lossVariances(population, (x) => logits[x]));
}

/** The exercises of 02-variance-reduction. */
export const VARIANCE_REDUCTION_EXERCISES: readonly Exercise[] = [
  choiceExercise(
    "02-variance-reduction/1",
    "try each step on two numbers A >= B >= 0 that are drawn at random",
    "d",
  ),
  numberExercise(
    "02-variance-reduction/2",
    "average eta (1 - eta) f² over the two inputs, then divide by n",
    () => (0.5 * 0.8 * 0.2 * 3 ** 2 + 0.5 * 0.5 * 0.5 * 2 ** 2) / 10,
    1e-9,
  ),
  {
    id: "02-variance-reduction/3",
    hint: "a confident mistake on an almost sure label, beside a coin with a large logit, and all eta in [0.02, 0.98]",
    isRight: (answer) => isOwnCounterexample(answer as OwnCounterexample),
  },
  numberExercise(
    "02-variance-reduction/4",
    "the variance of a mean goes as 1 / n; lossVariances(normalPopulation(), (x) => 0.1 * x) has both variances",
    () => {
      const { hard, soft } = lossVariances(normalPopulation(), (x) => 0.1 * x);
      return (20 * hard) / soft;
    },
    0.1,
  ),
  choiceExercise("02-variance-reduction/5", "is u -> log(1 + exp(-u)) ever increasing?", "c"),
];

function isOwnCounterexample(problem: OwnCounterexample): boolean {
  checkValues("eta", problem.eta, 0.02, 0.98);
  checkValues("probabilities", problem.probabilities, 0.001, 1);
  return problem.probabilities.length >= 3 && ratioOfOwn(problem) < 1;
}
