import { hintFor, judge } from "../exercises/exercise.js";
import { findExercise } from "./exercises.js";

/**
 * Says in the notebook whether an answer to an exercise is right; a wrong one earns a hint.
 *
 * @param id such as "03-linear-demo/1"
 * @param answer leave it undefined until there is one
 * @throws RangeError where no exercise has this id
 * @example checkAnswer("03-linear-demo/1", undefined) // prints "03-linear-demo/1: not yet. …"
 */
export function checkAnswer(id: string, answer: unknown): void {
  const exercise = findExercise(id);
  const remarks = {
    "not yet": "not yet. Put your answer in the line above and run this cell again.",
    right: "right.",
    wrong: `not right. Hint: ${hintFor(exercise, answer)}`,
  };
  console.log(`${id}: ${remarks[judge(exercise, answer)]}`);
}
