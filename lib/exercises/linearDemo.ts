import { postEta } from "../data/postData.js";
import { type Exercise, numberExercise } from "./exercise.js";

/** The exercises of 03-linear-demo. */
export const LINEAR_DEMO_EXERCISES: readonly Exercise[] = [
  numberExercise(
    "03-linear-demo/1",
    "put the sine at its largest value into eta(x) = 0.5 + 0.4 sin x",
    () => postEta(Math.PI / 2),
    1e-9,
  ),
];
