import { sum } from "d3-array";
import { finitePopulation, normalPopulation } from "../../data/population.js";
import {
  choiceExercise,
  type Exercise,
  numberExercise,
  type Slip,
} from "../../exercises/exercise.js";
import { checkLength, checkValues } from "../../validate/checks.js";
import { inequalityRatio } from "./inequalityScan.js";
import { lossVariances } from "./lossVariances.js";

/** A reader's own counterexample: k inputs with their probabilities, label probabilities and logits. */
export interface OwnCounterexample {
  probabilities: readonly number[];
  eta: readonly number[];
  logits: readonly number[];
}

/**
 * Left side over right side of the post's inequality for a reader's own problem; below 1 it is a counterexample.
 *
 * @throws RangeError if the numbers are not a finitePopulation's, or a logit is not finite
 * @example ratioOfOwn({ probabilities: [0.5, 0.5], eta: [1, 0.5], logits: [-10, 2] }) // 0.932…
 */
export function ratioOfOwn({ probabilities, eta, logits }: OwnCounterexample): number {
  const population = finitePopulation(probabilities, eta);
  checkLength("logits", logits, probabilities.length, "probabilities");
  checkValues("logits", logits);
  return inequalityRatio(lossVariances(population, (x) => logits[x]));
}

/** What is wrong with an own counterexample, the first fault first; each is asked only if those before it are not there. */
const FAULTS: readonly Slip[] = [
  {
    is: (answer) => typeof answer !== "object" || answer === null,
    hint: "the answer is an object like the example: { probabilities, eta, logits }",
  },
  {
    is: (answer) => (answer as OwnCounterexample).probabilities.length < 3,
    hint: "at least three inputs are asked for",
  },
  {
    is: (answer) => (answer as OwnCounterexample).eta.some((p) => p < 0.02 || p > 0.98),
    hint: "a label is too sure: every eta must lie in [0.02, 0.98]",
  },
  {
    is: (answer) => (answer as OwnCounterexample).probabilities.some((p) => p < 0.001),
    hint: "an input hardly occurs: every probability must be at least 0.001",
  },
  {
    is: (answer) => Math.abs(sum((answer as OwnCounterexample).probabilities) - 1) > 1e-9,
    hint: "the probabilities of the inputs must add up to 1",
  },
  {
    is: (answer) => ratioOfOwn(answer as OwnCounterexample) >= 1,
    hint: "in this problem the inequality holds: put a confident mistake on an almost sure label, beside a coin with a large logit",
  },
];

/** The exercises of 02-variance-reduction. */
export const VARIANCE_REDUCTION_EXERCISES: readonly Exercise[] = [
  choiceExercise(
    "02-variance-reduction/1",
    "try each step on two numbers A >= B >= 0 that are drawn at random",
    "d",
    {
      a: "its second derivative is positive everywhere",
      b: "given X the formula is the loss at the mean label: this is what Jensen says",
      c: "given X the mean of A² is at least the square of the mean of A, and that is at least B²",
    },
  ),
  numberExercise(
    "02-variance-reduction/2a",
    "eta (1 - eta) f² at the first input alone",
    () => 0.8 * 0.2 * 3 ** 2,
    1e-9,
    [
      [0.8 * 0.2 * 3, "the logit comes squared"],
      [0.8 * 9, "the variance of a label is eta (1 - eta)"],
      [0.72, "take the input by itself here; how often it occurs belongs to the next step"],
    ],
  ),
  numberExercise(
    "02-variance-reduction/2b",
    "work the same out for the second input, then average the two",
    () => (0.8 * 0.2 * 3 ** 2 + 0.5 * 0.5 * 2 ** 2) / 2,
    1e-9,
    [
      [2.44, "that is the sum; the inputs are equally likely"],
      [0.22, "the logit comes squared, so that its sign is gone"],
      [1, "that is the second input alone"],
    ],
  ),
  numberExercise(
    "02-variance-reduction/2c",
    "the second step is one example's; the training loss is a mean of n",
    () => (0.5 * 0.8 * 0.2 * 3 ** 2 + 0.5 * 0.5 * 0.5 * 2 ** 2) / 10,
    1e-9,
    [
      [1.22, "that is one example's; the training loss is a mean of ten"],
      [0.0122, "the variance of a mean goes as 1 / n, not as 1 / n²"],
      [12.2, "a mean of ten varies less than one example, not more"],
    ],
  ),
  {
    id: "02-variance-reduction/3",
    hint: "the lists must be equally long and hold finite numbers",
    slips: FAULTS,
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
    [
      [20, "that would be so if a hard label were worth a Bayes label"],
      [7.48, "upside down: it takes more hard labels, not fewer"],
      [2.675, "that is how many for one"],
      [64.2, "postFormula is the post's formula; the loss on Bayes labels is soft"],
    ],
  ),
  choiceExercise("02-variance-reduction/5", "is u -> log(1 + exp(-u)) ever increasing?", "c", {
    a: "that minimises the cross-entropy, which this formula is not",
    b: "the slope at 0 is not 0 as long as the mean label is not",
    d: "that is the mean label; the derivative is not 0 there",
  }),
  {
    id: "02-variance-reduction/6",
    hint: "try it on a sure label alone, η = 1: there is no noise to save",
    slips: [
      {
        is: (answer) => typeof answer !== "function",
        hint: "the answer is the function itself, without quotes: labelNoise",
      },
      {
        is: (answer) => isLabelNoise(answer, (p) => p),
        hint: "that is still the cell as it was: what is the variance of a label that is 1 with probability η?",
      },
    ],
    isRight: (answer) => isLabelNoise(answer, (p) => p * (1 - p)),
  },
];

/** Whether a reader's function is the mean of factor(eta) f² on numbers that no cell shows. */
function isLabelNoise(answer: unknown, factor: (eta: number) => number): boolean {
  const [eta, f] = [
    [0.3, 1, 0.9],
    [2, -5, 1],
  ];
  const found = (answer as (eta: number[], f: number[]) => number)(eta, f);
  const wanted = eta.reduce((sum, p, i) => sum + factor(p) * f[i] ** 2, 0) / eta.length;
  return Math.abs(found - wanted) < 1e-9;
}

function isOwnCounterexample(problem: OwnCounterexample): boolean {
  checkValues("eta", problem.eta, 0.02, 0.98);
  checkValues("probabilities", problem.probabilities, 0.001, 1);
  return problem.probabilities.length >= 3 && ratioOfOwn(problem) < 1;
}
