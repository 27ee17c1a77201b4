import { constantStudent } from "../experiments/constantStudent.js";
import { lossScale, mixedTarget, teacherShare } from "../losses/mixedTarget.js";
import { softmax } from "../losses/softmax.js";
import { choiceExercise, type Exercise, numberExercise } from "./exercise.js";

/** The exercises of 00-setup. */
export const SETUP_EXERCISES: readonly Exercise[] = [
  numberExercise(
    "00-setup/1",
    "the label puts 1 on its own class and the teacher counts alpha times; divide by 1 + alpha",
    () => mixedTarget(2, [0.5, 0.3, 0.2], 4)[2],
    1e-6,
  ),
  numberExercise(
    "00-setup/2",
    "dividing the whole objective by a constant moves no optimum, but it divides the penalty too",
    () => 3 / lossScale(5),
    1e-6,
  ),
  numberExercise(
    "00-setup/3",
    "a temperature of 2 takes the square root of the odds",
    () => softmax([Math.log(16), 0], { temperature: 2 })[0],
    1e-6,
  ),
  numberExercise(
    "00-setup/4",
    "the reverse divergence averages logits, that is logarithms of odds",
    () => constantStudent([0.9, 0.2]).reverse,
    1e-3,
  ),
  numberExercise(
    "00-setup/5",
    "which share of the mixed target is the teacher's?",
    () => teacherShare(3),
    1e-6,
  ),
  choiceExercise(
    "00-setup/6",
    'answer "forward" for D(T || S) or "reverse" for D(S || T): which one has log S where the teacher has mass?',
    "forward",
  ),
];
