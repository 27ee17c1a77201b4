import { logisticRounds, TEN_POINTS } from "../experiments/logisticRounds.js";
import { shrinkage } from "../models/kernelRidge.js";
import { type Exercise, numberExercise } from "./exercise.js";

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
  ),
  numberExercise(
    "05-self-distillation/2",
    "each round sums the conditions of the rounds before, weighted by alpha / (1 + alpha): a geometric series",
    () => 1 / (1 - 4 / 5),
    0.01,
  ),
  numberExercise(
    "05-self-distillation/3",
    "a round keeps d / (d + lambda) = 2/3 of this direction",
    () => roundsUntil(0.05, 1, 0.5),
    0,
  ),
  numberExercise(
    "05-self-distillation/4",
    "three rounds leave (2 / 2.5)³; set 2 / (2 + lambda') equal to that",
    () => 2 / shrinkage(2, { l2: 0.5, rounds: 3 }) - 2,
    0.005,
  ),
  numberExercise(
    "05-self-distillation/5",
    "a spoiled label is still a 3 in one case of ten: eta = 0.7 + 0.3 / 10",
    () => 0.73 * (1 - 0.73),
    0.0005,
  ),
];
