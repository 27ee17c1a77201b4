import type { BinaryData } from "../../data/dataset.js";
import { postData } from "../../data/postData.js";
import { choiceExercise, type Exercise, numberExercise } from "../../exercises/exercise.js";
import { sigmoid } from "../../losses/softplus.js";
import { polynomialFeatures, sineFeatures } from "../../models/features.js";
import { fitLeastSquares } from "../../models/leastSquares.js";
import { decisionFunction, type LinearModel } from "../../models/linearModel.js";
import { fitLogistic } from "../../models/logistic.js";
import { fitPostModels } from "../../models/postModels.js";
import { numpyRng } from "../../random/numpyRng.js";
import { distillationGain } from "./gainFigure.js";
import { publishedFigure } from "./publishedFigure.js";

type Gain = ReturnType<typeof distillationGain>[number];
let gain: Gain | undefined;

/** The gain at n = 20 over 400 trials, for both steps of exercise 4; run when somebody answers. */
function gainAt20(): Gain {
  gain ??= distillationGain(publishedFigure({ trials: 400, trainingExamples: [20] }), "test")[0];
  return gain;
}

type Fit = (data: BinaryData) => LinearModel;

/** Whether a reader's fit gives the model of another on a data set that no cell shows. */
function isFit(answer: unknown, fit: Fit): boolean {
  const data = postData(numpyRng(6), 30);
  const [found, wanted] = [answer as Fit, fit].map((f) => {
    const { weights, intercept } = f(data);
    return [intercept, ...weights];
  });
  return (
    found.length === wanted.length &&
    wanted.every((w, k) => Math.abs(found[k] - w) <= 1e-6 * Math.abs(w))
  );
}

/** Least squares on probabilities, as in the exercise's cell. */
const onProbabilities: Fit = ({ x, y }) => {
  const sine = sineFeatures(x);
  const logits = decisionFunction(fitLogistic(sine, y, { l2: 1 }), sine);
  return fitLeastSquares(polynomialFeatures(x, 3), logits.map(sigmoid));
};

/** The exercises of 03-linear-demo. */
export const LINEAR_DEMO_EXERCISES: readonly Exercise[] = [
  numberExercise(
    "03-linear-demo/1",
    "divide the first points of the student's and the distilled model's test curves: curves.student.test.mean[0] and so on",
    () => {
      const { student, distilled } = publishedFigure({ trainingExamples: [10] }).curves;
      return student.test.mean[0] / distilled.test.mean[0];
    },
    0.01,
    [
      [0.251, "upside down: the student's loss is the larger one"],
      [5.816, "that is without the clip; the published curves have it"],
      [0.685, "those are the training losses"],
      [2.4362, "that is the difference; a factor is asked for"],
    ],
  ),
  numberExercise(
    "03-linear-demo/2",
    "at one x the least expected log-loss is the entropy of a coin with probability eta(x); here eta is 0.9",
    () => -(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1)),
    1e-4,
    [
      [0.469, "that is in bits; the question asks for nats, the natural logarithm"],
      [-Math.log(0.9), "that is the loss when the label is 1; it is 0 one time in ten"],
      [Math.LN2, "that is what a guess of one half costs; knowing eta does better"],
    ],
  ),
  choiceExercise(
    "03-linear-demo/3",
    "look at the train figure, or count with gainRows(published, 'train')",
    "no",
    { yes: "the claim of the post says so; what does its own train figure say?" },
  ),
  numberExercise(
    "03-linear-demo/4a",
    "the standard error is this deviation over the root of the number of trials",
    () => {
      const { standardError, count } = gainAt20();
      return standardError * Math.sqrt(count);
    },
    0.02,
    [
      [0.0587, "that is the standard error of the mean; single trials scatter more"],
      [23.48, "multiply by the root of the number of trials, not by the number"],
      [0.0987 * Math.sqrt(15), "that is from the 15 published trials; use the table of 400"],
    ],
  ),
  numberExercise(
    "03-linear-demo/4b",
    "a standard error shrinks as one over the square root of the number of trials",
    () => {
      const { standardError, count } = gainAt20();
      return count * (standardError / 0.01) ** 2;
    },
    700,
    [
      [2348, "the standard error falls with the root: ten times less needs a hundred times more"],
      [1461, "that is from the 15 published trials, whose standard error is itself a rough guess"],
    ],
  ),
  numberExercise(
    "03-linear-demo/5a",
    "divide the gain by its standard error",
    () => 1.5905 / 0.9425,
    0.02,
    [[0.593, "upside down"]],
  ),
  numberExercise(
    "03-linear-demo/5b",
    "fifteen fair coins: count the ways to have 14 or 15 heads among all 2^15",
    () => 16 / 2 ** 15,
    1e-5,
    [
      [15 / 2 ** 15, "that is exactly 14 wins; as many or more are asked for"],
      [1 / 2 ** 15, "that is 15 wins of 15"],
      [32 / 2 ** 15, "that counts 14 losses as well; one side is asked for"],
    ],
  ),
  {
    id: "03-linear-demo/6",
    hint: "the targets of the last fit are the teacher's logits, and nothing is done to them",
    slips: [
      {
        is: (answer) => typeof answer !== "function",
        hint: "the answer is the function itself, without quotes: distil",
      },
      {
        is: (answer) => isFit(answer, onProbabilities),
        hint: "that is still the cell as it was: in which units does least squares read its targets?",
      },
      {
        is: (answer) => isFit(answer, (data) => fitPostModels(data).student),
        hint: "that is the student on labels; the teacher has no part in it",
      },
    ],
    isRight: (answer) => isFit(answer, (data) => fitPostModels(data).distilled),
  },
];
