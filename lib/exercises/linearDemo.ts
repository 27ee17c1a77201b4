import { distillationGain } from "../experiments/distillationGain.js";
import { publishedFigure } from "../experiments/publishedFigure.js";
import { choiceExercise, type Exercise, numberExercise } from "./exercise.js";

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
  ),
  numberExercise(
    "03-linear-demo/2",
    "at one x the least expected log-loss is the entropy of a coin with probability eta(x); here eta is 0.9",
    () => -(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1)),
    1e-4,
  ),
  choiceExercise(
    "03-linear-demo/3",
    "look at the train figure, or count with gainRows(result, 'train')",
    "no",
  ),
  numberExercise(
    "03-linear-demo/4",
    "a standard error shrinks as one over the square root of the number of trials",
    () => {
      const gain = distillationGain(
        publishedFigure({ trials: 400, trainingExamples: [20] }),
        "test",
      )[0];
      return gain.count * (gain.standardError / 0.01) ** 2;
    },
    700,
  ),
];
