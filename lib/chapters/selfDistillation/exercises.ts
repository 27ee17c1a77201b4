import { TEN_POINTS } from "../../data/tenPoints.js";
import { type Exercise, numberExercise } from "../../exercises/exercise.js";
import { shrinkage } from "../../models/kernelRidge.js";
import { logisticRounds } from "./logisticRounds.js";

/** The first round after which less than this share of a direction is left. */
function roundsUntil(share: number, d: number, l2: number): number {
  let rounds = 1;
  while (shrinkage(d, { l2, rounds }) >= share) rounds++;
  return rounds;
}

/** The exercises of 05-self-distillation. */
export const SELF_DISTILLATION_EXERCISES: readonly Exercise[] = [
  numberExercise(
    "05-self-distillation/1",
    "add the slopes of rounds 1 to 3 and divide by the slope of round 3",
    () => logisticRounds(TEN_POINTS, { rounds: 3, l2: 1 })[2].equivalentL2,
    0.02,
    [
      [3, "three penalties add up only if the slope stays where it is; it shrinks"],
      [0.514 + 0.403 + 0.319, "that is the left side of the sum; which one fit has it?"],
      [(0.514 + 0.403 + 0.319) / 0.514, "the one fit has the slope of round 3"],
    ],
  ),
  numberExercise(
    "05-self-distillation/2a",
    "the weights of label and teacher are as 1 to alpha, and add up to 1",
    () => 4 / 5,
    1e-6,
    [
      [4, "a share lies between 0 and 1"],
      [0.2, "that is the label's share"],
    ],
  ),
  numberExercise(
    "05-self-distillation/2b",
    "each round sums the conditions of the rounds before, weighted by alpha / (1 + alpha): a geometric series",
    () => 1 / (1 - 4 / 5),
    0.01,
    [
      [4, "the series has a first term: the round that learned the labels"],
      [1.25, "that is one over the teacher's share; the series ends at one over what?"],
      [Infinity, "so it would be without the labels; here they hold the model"],
    ],
  ),
  numberExercise(
    "05-self-distillation/3",
    "a round keeps d / (d + lambda) = 2/3 of this direction",
    () => roundsUntil(0.05, 1, 0.5),
    0,
    [
      [7, "after seven rounds more than 5 % is left"],
      [Math.log(0.05) / Math.log(2 / 3), "rounds are whole: is it the one before or after?"],
      [5, "a round keeps d / (d + lambda), with lambda = 0.5"],
    ],
  ),
  numberExercise(
    "05-self-distillation/4a",
    "one round leaves d / (d + lambda); the next works on what is left",
    () => shrinkage(2, { l2: 0.5, rounds: 3 }),
    1e-3,
    [
      [0.8, "that is one round"],
      [2 / 3.5, "three rounds are not one round with three times the penalty"],
    ],
  ),
  numberExercise(
    "05-self-distillation/4b",
    "three rounds leave (2 / 2.5)³; set 2 / (2 + lambda') equal to that",
    () => 2 / shrinkage(2, { l2: 0.5, rounds: 3 }) - 2,
    0.005,
    [[1.5, "three times the penalty leaves more than the rounds do"]],
  ),
  numberExercise(
    "05-self-distillation/4c",
    "the same two steps with d = 0.5: the share after three rounds, then the penalty",
    () => 0.5 / shrinkage(0.5, { l2: 0.5, rounds: 3 }) - 0.5,
    0.005,
    [
      [1.906, "that is the penalty for eigenvalue 2; a single one does not do for both"],
      [0.125, "that is the share; which penalty leaves it?"],
      [1.5, "three times the penalty leaves more than the rounds do"],
    ],
  ),
  numberExercise(
    "05-self-distillation/5a",
    "a spoiled label is drawn anew from all ten digits",
    () => 0.7 + 0.3 / 10,
    1e-6,
    [
      [0.7, "a spoiled label may be drawn a 3 again"],
      [1, "so it is with clean labels"],
      [0.03, "that is a spoiled label that is a 3 again; most are not spoiled"],
    ],
  ),
  numberExercise(
    "05-self-distillation/5b",
    "multiply eta of the first step by 1 - eta",
    () => 0.73 * (1 - 0.73),
    0.0005,
    [
      [0.21, "a spoiled label may be drawn a 3 again"],
      [0.73, "that is eta; the factor is eta (1 - eta)"],
      [0, "so it is with clean labels"],
    ],
  ),
  numberExercise(
    "05-self-distillation/6",
    "the next round's targets are halfway between y and p; the first round still learns y",
    () => logisticRounds(TEN_POINTS, { rounds: 3, l2: 1, alpha: 1 })[2].slope,
    5e-4,
    [
      [0.319, "that is the loop as it stands, where the labels have no say after round 1"],
      [0.514, "that is the first round; what do the later ones learn?"],
    ],
  ),
];
