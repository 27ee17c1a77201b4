import { judge } from "../exercises/exercise.js";
import { remarkOn } from "./checkAnswer.js";
import { findExercise } from "./exercises.js";

/**
 * Throws unless an answer to an exercise is right: what an automatic grader runs, which counts an error as no points.
 *
 * @param id such as "03-linear-demo/1"
 * @throws RangeError if no exercise has this id, or the answer is not right or not there
 * @example gradeAnswer("03-linear-demo/2", 0.325) // undefined
 */
export function gradeAnswer(id: string, answer: unknown): void {
  if (judge(findExercise(id), answer) !== "right")
    throw new RangeError(`answer to ${id} is ${remarkOn(id, answer, "undefined")}`);
}
