import { TEN_POINTS } from "../../data/tenPoints.js";
import { choiceExercise, type Exercise, numberExercise } from "../../exercises/exercise.js";
import { labelDistribution } from "../../information/labelDistribution.js";
import { labelInformation } from "../../information/labelInformation.js";
import { optimaOf } from "../../information/optima.js";
import { lineModel, type PenaltyOn, selfDistillationRounds } from "../../models/logisticModel.js";
import { compareProblem } from "./distillationProblem.js";
import { informationByAlpha } from "./informationByAlpha.js";
import { signTeacherProblem, twoPointProblem } from "./namedProblems.js";

const possibleVectors = () =>
  labelDistribution([1, 0.5, 0.5, 0]).probabilities.filter((p) => p > 0).length;

function bitsInTheSum(): number {
  const labels = labelDistribution([0.5, 0.5, 0.5]);
  const optima = optimaOf(labels, (y) => [y[0] + y[1] + y[2]]);
  return labelInformation(labels, optima).information;
}

const beyondTheTeacher = () => informationByAlpha(signTeacherProblem(), [1]).rows[0].beyondTeacher;

const slopeAtFiniteAlpha = (penaltyOn: PenaltyOn) =>
  selfDistillationRounds(lineModel(TEN_POINTS.x, 1), TEN_POINTS.y, 5, {
    alpha: 4,
    penaltyOn,
  })[4][1];

/** Where distilling stops to help in the two-point problem: between eta = .5, where it does, and .9, where it does not. */
export function twoPointCrossing(): number {
  let [helps, harms] = [0.5, 0.9];
  while (harms - helps > 1e-9) {
    const eta = (helps + harms) / 2;
    const { studentLoss, distilledLoss } = compareProblem(twoPointProblem(eta));
    if (distilledLoss < studentLoss) helps = eta;
    else harms = eta;
  }
  return helps;
}

/** The exercises of 01-dpi. */
export const DPI_EXERCISES: readonly Exercise[] = [
  numberExercise(
    "01-dpi/1",
    "a label whose eta is 0 or 1 can take one value only; count the values of the others",
    possibleVectors,
    0,
    [
      [16, "those are all vectors; some of them have probability 0"],
      [2, "one free label has two values; count the free labels"],
      [8, "both ends are settled, the first label and the last"],
    ],
  ),
  numberExercise(
    "01-dpi/2a",
    "in how many of the eight vectors is exactly one label 1?",
    () => 3 / 8,
    1e-3,
    [
      [0.25, "four values, but not equally likely ones: count vectors"],
      [0.125, "that is one vector; more than one has this sum"],
    ],
  ),
  numberExercise(
    "01-dpi/2b",
    "the learner's output has four values; write down their probabilities, then take the entropy in bits",
    bitsInTheSum,
    5e-3,
    [
      [2, "that would be four equally likely values"],
      [3, "that is H(y); the sum does not say which labels are the ones"],
      [(3 - 0.75 * Math.log2(3)) * Math.LN2, "that is in nats; bits take logarithms to base 2"],
    ],
  ),
  numberExercise(
    "01-dpi/3a",
    "at a finite alpha the optimum moves, however little, with every label",
    () => informationByAlpha(signTeacherProblem(), [1]).rows[0].information,
    5e-3,
    [[2.32, "that is the teacher's; this student sees the labels as well"]],
  ),
  numberExercise(
    "01-dpi/3b",
    "this student's parameters determine y, so they know all of H(y): what of it does mu not know?",
    beyondTheTeacher,
    5e-3,
    [
      [0, "so it would be in a chain; does this student see nothing but its teacher?"],
      [3.752, "that is all it knows; part of it the teacher knows too"],
      [2.32, "that is what the teacher knows, not what is left"],
    ],
  ),
  numberExercise(
    "01-dpi/4a",
    "the target of each refit is no longer the teacher alone: mix the labels in, (y + 4 T) / 5",
    () => slopeAtFiniteAlpha("mixed"),
    1e-3,
    [
      [0.205, "that is alpha = infinity, where the labels have no say"],
      [0.67, "that is without a penalty"],
      [
        0.487,
        "there the labels weigh four times as much as the teacher, not the teacher as the labels",
      ],
    ],
  ),
  numberExercise(
    "01-dpi/4b",
    "at theta = mu, what is the gradient of each of the two parts, labels plus penalty and teacher's term?",
    () => slopeAtFiniteAlpha("combined"),
    1e-3,
    [
      [0.316, "that is with the whole ridge on the mixed label"],
      [0.205, "that is alpha = infinity, where the labels have no say"],
      [0.67, "that is without a penalty"],
    ],
  ),
  choiceExercise(
    "01-dpi/5a",
    "compareProblem(twoPointProblem(0.65)) has both: studentLoss and distilledLoss",
    "teacher",
    { labels: "compare the expected losses, not the bits; lower is better" },
  ),
  numberExercise(
    "01-dpi/5b",
    "halve the interval [.5, .9] a few times, keeping the half in which the sign of the difference changes",
    twoPointCrossing,
    5e-3,
    [
      [0.7, "the middle of the interval is a good first guess; which side of it has the change?"],
      [0.65, "the first step says who is ahead here, so it is not the place where they meet"],
    ],
  ),
];
