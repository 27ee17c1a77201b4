import { type Exercise, numberExercise } from "./exercise.js";

/** The exercises of 04-what-transfers. */
export const WHAT_TRANSFERS_EXERCISES: readonly Exercise[] = [
  numberExercise(
    "04-what-transfers/1",
    "T is 0.3 and y is 1: put them into (y + alpha T) / (1 + alpha)",
    () => (1 + 4 * 0.3) / (1 + 4),
    1e-9,
  ),
  numberExercise(
    "04-what-transfers/2",
    "the derivation gives half the number of parameters; do not forget the intercept",
    () => (5 + 1) / 2,
    1e-9,
  ),
  numberExercise(
    "04-what-transfers/3",
    "c is 2 for labels, whose squared distance to 1/2 is 1/4; what is the mean square of 0.2 sin x?",
    () => (2 * (0.2 ** 2 / 2)) / (1 / 4),
    1e-9,
  ),
  numberExercise(
    "04-what-transfers/4",
    "near 0 the soft cross-entropy is an eighth of the squared difference of logits; least squares has a half",
    () => 4 * 0.01,
    1e-9,
  ),
  numberExercise(
    "04-what-transfers/5",
    "every target is 1/2: which student matches that exactly, and what does it lose?",
    () => Math.LN2,
    1e-3,
  ),
  numberExercise(
    "04-what-transfers/6",
    "compare the equations that both optima solve: X'p = X'y for the teacher, X's = X'p for the student",
    () => 0,
    1e-9,
  ),
];
