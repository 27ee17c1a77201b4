import { type Exercise, numberExercise } from "../../exercises/exercise.js";
import { seededStream } from "../../random/seededStream.js";
import { NARROW_DESIGN } from "./designs.js";
import { alphaTrial } from "./trials.js";

/** The exercises of 04-what-transfers. */
export const WHAT_TRANSFERS_EXERCISES: readonly Exercise[] = [
  numberExercise(
    "04-what-transfers/1",
    "T is 0.3 and y is 1: put them into (y + alpha T) / (1 + alpha)",
    () => (1 + 4 * 0.3) / (1 + 4),
    1e-9,
    [
      [0.24, "that is the teacher's part alone; y is 1 and adds its own"],
      [0.86, "alpha weighs the teacher, not the label"],
      [2.2, "divide by the sum of the weights"],
    ],
  ),
  numberExercise(
    "04-what-transfers/2",
    "the derivation gives half the number of parameters; do not forget the intercept",
    () => (5 + 1) / 2,
    1e-9,
    [
      [2.5, "the intercept is a parameter too"],
      [6, "the trace counts the parameters; a factor stands before it"],
      [2, "that is the cubic's"],
    ],
  ),
  numberExercise(
    "04-what-transfers/3a",
    "over many periods the mean of sin² is one half",
    () => 0.2 ** 2 / 2,
    1e-9,
    [
      [0.04, "sin² is not 1 everywhere: average it"],
      [0.08, "that is for an amplitude of 0.4"],
      [0.1, "square the amplitude as well"],
    ],
  ),
  numberExercise(
    "04-what-transfers/3b",
    "c is 2 for labels, whose squared distance to 1/2 is 1/4; what is the mean square of 0.2 sin x?",
    () => (2 * (0.2 ** 2 / 2)) / (1 / 4),
    1e-9,
    [
      [0.64, "that is for an amplitude of 0.4"],
      [0.32, "a variance goes with the square of the amplitude"],
      [0.04, "the labels' own square, 1/4, belongs below"],
    ],
  ),
  numberExercise(
    "04-what-transfers/4",
    "near 0 the soft cross-entropy is an eighth of the squared difference of logits; least squares has a half",
    () => 4 * 0.01,
    1e-9,
    [
      [0.01, "the loss changes its scale on the way, and the ridge with it"],
      [0.0025, "the other way round: the eighth is blown up to a half, and the ridge with it"],
      [0.08, "the least squares of the question have a half in front"],
    ],
  ),
  numberExercise(
    "04-what-transfers/5",
    "every target is 1/2: which student matches that exactly, and what does it lose?",
    () => Math.LN2,
    1e-3,
    [
      [0, "its targets it meets exactly, but the loss is taken on labels"],
      [0.5, "that is its probability; what does that cost in nats?"],
      [1, "that is in bits"],
    ],
  ),
  numberExercise(
    "04-what-transfers/6",
    "compare the equations that both optima solve: X'p = X'y for the teacher, X's = X'p for the student",
    () => 0,
    1e-9,
  ),
  numberExercise(
    "04-what-transfers/7",
    "whose probability should example i be given, if the teacher is shuffled?",
    () => changedCell()["shuffled@1"],
    5e-4,
    [[() => changedCell()["distilled@1"], "that is the loss before the cell is mended"]],
  ),
];

/** What the cell of exercise 7 should report, and what it does before it is mended. */
const changedCell = () =>
  alphaTrial({ design: NARROW_DESIGN, n: 45, alphas: [1] }, seededStream("04-what-transfers/one"));
