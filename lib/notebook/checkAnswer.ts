import { hintFor, judge } from "../exercises/exercise.js";
import { findExercise } from "./exercises.js";

/**
 * Says in the notebook whether an answer to an exercise is right; a wrong one earns a hint.
 *
 * @param id such as "03-linear-demo/1"
 * @param answer leave it undefined until there is one
 * @throws RangeError if no exercise has this id
 * @example checkAnswer("03-linear-demo/1", undefined) // prints "03-linear-demo/1: not yet. …"
 */
export function checkAnswer(id: string, answer: unknown): void {
  const line =
    "not yet: the answer is undefined. Put yours in the line above and run this cell again.";
  console.log(`${id}: ${remarkOn(id, answer, line)}`);
}

/** The remark on an answer; `notYet` before there is one. */
export function remarkOn(id: string, answer: unknown, notYet: string): string {
  const exercise = findExercise(id);
  const remarks = {
    "not yet": notYet,
    right: "right.",
    wrong: `not right. Hint: ${hintFor(exercise, answer)}`,
  };
  return remarks[judge(exercise, answer)];
}
