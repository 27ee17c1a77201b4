import { choiceExercise, type Exercise, numberExercise } from "../../exercises/exercise.js";
import { seededStream } from "../../random/seededStream.js";
import { softmaxClassifier } from "./classifiers.js";
import { reportTrial } from "./trial.js";

/** The exercises of 07-your-own. */
export const YOUR_OWN_EXERCISES: readonly Exercise[] = [
  numberExercise(
    "07-your-own/1",
    "the outcome is a vector with a 1 at the class that came; add the squares of all differences",
    () => 0.7 ** 2 + (1 - 0.2) ** 2 + 0.1 ** 2,
    1e-6,
    [
      [0.64, "that is the square of one class; the others were wrong, too"],
      [-Math.log(0.2), "that is the log-loss"],
      [0.14, "that is the score if the first class had come"],
    ],
  ),
  numberExercise(
    "07-your-own/2a",
    "a standard error falls with the root of the number of independent draws",
    () => 20 * (0.02 / 0.01) ** 2,
    1e-6,
    [
      [40, "twice as many draws lower the error by the root of two only"],
      [20 * Math.SQRT2, "the other way round: the root is in the error, not in the number"],
      [60, "that many come on top of the first twenty"],
    ],
  ),
  numberExercise(
    "07-your-own/2b",
    "replace 1/J + n_test/n_train at twenty splits by what is left of it without end",
    () => 0.02 * Math.sqrt(1 / 3 / (1 / 20 + 1 / 3)),
    5e-5,
    [
      [0, "that is for independent draws; a table's splits overlap"],
      [0.01, "no number of splits gets there"],
      [(0.02 / 3) * (1 / (1 / 20 + 1 / 3)), "take the root: these are variances"],
      [0.02 * Math.sqrt(1 / 3), "what is lost is the 1/J; divide by what was there with it"],
    ],
  ),
  numberExercise(
    "07-your-own/3",
    "order the four; multiply the smallest by their number, the next by one less, and so on",
    () => 0.08,
    1e-6,
    [
      [0.04, "that is the value before the correction"],
      [0.16, "that is Bonferroni's: it multiplies each by their number"],
      [0.12, "it is not the second smallest"],
    ],
  ),
  choiceExercise(
    "07-your-own/4",
    "go through the rule of section 3 line by line; which controls are not beaten, and which of these is best?",
    "regularisation",
    {
      knowledge: "it would have to beat each control",
      softening: "of the controls that it does not beat, which one has the lowest loss?",
      "no clear effect": "it is better than the labels",
      harm: "it is better than the labels",
    },
  ),
  numberExercise(
    "07-your-own/5",
    "what is the probability that all ten words are right?",
    () => 1 - 0.95 ** 10,
    0.002,
    [
      [0.5, "that is the expected number of wrong words"],
      [0.95 ** 10, "that is the probability of none"],
      [0.05, "that is for one of them"],
    ],
  ),
  numberExercise(
    "07-your-own/6",
    "by which rows is the amount chosen, and which rows does the report speak of?",
    () => changedCell()["brier@smoothed"],
    5e-5,
    [
      [
        () => changedCell([0.05])["brier@smoothed"],
        "that is the score before the cell is mended: chosen by the rows that it reports",
      ],
    ],
  ),
];

/** The trial of exercise 6 with these amounts of smoothing, chosen on the validation rows. */
function changedCell(epsilons = [0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9]) {
  const data = {
    name: "narrow",
    classes: ["no", "yes"],
    train: 45,
    validation: 100,
    draw: (n: number, rng: { normal(n: number): Float64Array }) =>
      Array.from(rng.normal(n), (z) => [2 * z]),
    truth: (inputs: readonly ArrayLike<number>[]) =>
      inputs.map(({ 0: x }) => [0.5 - 0.4 * Math.sin(x), 0.5 + 0.4 * Math.sin(x)]),
  };
  const teacher = softmaxClassifier({ l2: 1 });
  const student = softmaxClassifier({
    features: (inputs) => inputs.map(([x]) => [1, 2, 3].map((k) => (x / 2) ** k)),
    l2: 0.02,
  });
  return reportTrial(
    { data, teacher, student, alphas: [1], epsilons, temperature: 1, measure: "brier" },
    seededStream("07-your-own/narrow/2"),
  );
}
