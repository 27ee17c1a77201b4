import { choiceExercise, type Exercise, numberExercise } from "../../exercises/exercise.js";
import { softmax } from "../../losses/softmax.js";
import { logit } from "../../losses/softplus.js";
import { lossScale, mixedTarget, teacherShare } from "../../losses/targets.js";
import { seededStream } from "../../random/seededStream.js";
import { constantStudent } from "./constantStudentFigure.js";
import { pinwheelData, pinwheelPopulation } from "./pinwheel.js";
import { distilStudent, fitPlaneTeacher, planeLoss } from "./planeClassifier.js";
import { firstExamples } from "./planeData.js";

/** The population loss of the notebook's student at alpha = 4. */
function studentAtFour(): number {
  const data = pinwheelData(seededStream("00-setup/data"), 1000);
  const student = distilStudent(firstExamples(data, 30), fitPlaneTeacher(data), 4);
  return planeLoss(student, pinwheelPopulation());
}

/** The exercises of 00-setup. */
export const SETUP_EXERCISES: readonly Exercise[] = [
  numberExercise(
    "00-setup/1",
    "the label puts 1 on its own class and the teacher counts alpha times; divide by 1 + alpha",
    () => mixedTarget(2, [0.5, 0.3, 0.2], 4)[2],
    1e-6,
    [
      [0.16, "that is the teacher's part alone; the label is class 2 and adds its own"],
      [0.2, "that is the teacher's own probability; the label has a say as well"],
      [1.8, "the parts are added; a target's probabilities must also sum to 1"],
      [0.84, "alpha weighs the teacher, not the label"],
    ],
  ),
  numberExercise(
    "00-setup/2a",
    "which constant stands before the cross-entropy to the mixed target?",
    () => lossScale(5),
    1e-6,
    [[5, "that is the teacher's weight; the label has weight 1 beside it"]],
  ),
  numberExercise(
    "00-setup/2b",
    "dividing the whole objective by a constant moves no optimum, but it divides the penalty too",
    () => 3 / lossScale(5),
    1e-6,
    [
      [3 / 5, "divided by alpha; the constant of the first step is not alpha"],
      [18, "the penalty is divided by the constant, not multiplied"],
      [3, "the constant is free for the loss alone: the penalty is divided with it"],
    ],
  ),
  numberExercise(
    "00-setup/3",
    "a temperature of 2 takes the square root of the odds",
    () => softmax([Math.log(16), 0], { temperature: 2 })[0],
    1e-6,
    [
      [8 / 9, "that halves the odds; it is the logit, their logarithm, that is halved"],
      [16 / 17, "that is the probability at temperature 1"],
      [256 / 257, "the logits are divided by the temperature, not multiplied"],
      [4, "those are the odds; what is the probability?"],
    ],
  ),
  numberExercise(
    "00-setup/4a",
    "the logit is the logarithm of the odds: take it at each input, then average",
    () => (logit(0.9) + logit(0.2)) / 2,
    2e-3,
    [
      [logit(0.55), "that is the logit of the mean probability; take the mean of the logits"],
      [logit(0.9) + logit(0.2), "that is their sum"],
    ],
  ),
  numberExercise(
    "00-setup/4b",
    "the reverse divergence averages logits, that is logarithms of odds",
    () => constantStudent([0.9, 0.2]).reverse,
    1e-3,
    [
      [0.55, "the mean probability minimises the other direction, D(T || S)"],
      [(logit(0.9) + logit(0.2)) / 2, "that is a logit; which probability has it?"],
      [1.5, "those are odds; which probability has them?"],
    ],
  ),
  numberExercise(
    "00-setup/5",
    "which share of the mixed target is the teacher's?",
    () => teacherShare(3),
    1e-6,
    [
      [3, "w lies between 0 and 1: the two weights of the library add up to 1"],
      [0.25, "that is the label's share"],
      [1 / 3, "the two weights are as 1 to 3, and add up to 1"],
    ],
  ),
  choiceExercise(
    "00-setup/6",
    'answer "forward" for D(T || S) or "reverse" for D(S || T): which one has log S where the teacher has mass?',
    "forward",
    { reverse: "in D(S || T) the factor before the logarithm is S, which is 0 there" },
  ),
  numberExercise(
    "00-setup/7",
    "which of the two parts of the target should alpha multiply, the label's or the teacher's?",
    studentAtFour,
    5e-4,
    [
      [0.8516, "that is the student of the cell as it stands: who has the larger weight there?"],
      [0.8265, "that is at alpha = 1, where the wrong line cannot be seen"],
    ],
  ),
];
