import { compareProblem } from "../experiments/distillationProblem.js";
import { informationByAlpha } from "../experiments/informationByAlpha.js";
import { signTeacherProblem, twoPointProblem } from "../experiments/namedProblems.js";
import {
  SLOPE_LABELS,
  selfDistillationRounds,
  slopeClass,
} from "../experiments/selfDistillation.js";
import { labelDistribution } from "../information/labelDistribution.js";
import { labelInformation } from "../information/labelInformation.js";
import { optimaOf } from "../information/optima.js";
import { type Exercise, numberExercise } from "./exercise.js";

const possibleVectors = () =>
  labelDistribution([1, 0.5, 0.5, 0]).probabilities.filter((p) => p > 0).length;

function bitsInTheSum(): number {
  const labels = labelDistribution([0.5, 0.5, 0.5]);
  const optima = optimaOf(labels, (y) => [y[0] + y[1] + y[2]]);
  return labelInformation(labels, optima).information;
}

const beyondTheTeacher = () => informationByAlpha(signTeacherProblem(), [1]).rows[0].beyondTeacher;

const slopeAtFiniteAlpha = () =>
  selfDistillationRounds(slopeClass(1), SLOPE_LABELS, 5, { alpha: 4 })[4][1];

/** Where distilling stops to help in the two-point problem: between eta = .5, where it does, and .9, where it does not. */
export function twoPointCrossing(): number {
  let [helps, harms] = [0.5, 0.9];
  while (harms - helps > 1e-9) {
    const eta = (helps + harms) / 2;
    const { hardLoss, distilledLoss } = compareProblem(twoPointProblem(eta));
    if (distilledLoss < hardLoss) helps = eta;
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
  ),
  numberExercise(
    "01-dpi/2",
    "the learner's output has four values; write down their probabilities, then take the entropy in bits",
    bitsInTheSum,
    5e-3,
  ),
  numberExercise(
    "01-dpi/3",
    "this student's parameters determine y, so they know all of H(y): what of it does mu not know?",
    beyondTheTeacher,
    5e-3,
  ),
  numberExercise(
    "01-dpi/4",
    "at theta = mu, what is the gradient of each of the two parts, labels plus penalty and teacher's term?",
    slopeAtFiniteAlpha,
    1e-3,
  ),
  numberExercise(
    "01-dpi/5",
    "halve the interval [.5, .9] a few times, keeping the half in which the sign of the difference changes",
    twoPointCrossing,
    5e-3,
  ),
];
