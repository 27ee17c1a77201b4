/** A question whose answer can be checked without being shown. */
export interface Exercise {
  /** Notebook and number, such as "03-linear-demo/1". */
  id: string;
  /** Told after a wrong answer; it must not give the right one away. */
  hint: string;
  /** Whether the answer is right; may throw on an answer of the wrong kind, which counts as wrong. */
  isRight(answer: unknown): boolean;
}

export type Verdict = "not yet" | "right" | "wrong";

/** An exercise whose answer is one number; `expected` is computed once, when somebody answers. */
export function numberExercise(
  id: string,
  hint: string,
  expected: () => number,
  tolerance: number,
): Exercise {
  let value: number | undefined;
  return {
    id,
    hint,
    isRight(answer) {
      if (typeof answer !== "number") return false;
      value ??= expected();
      return Math.abs(answer - value) <= tolerance;
    },
  };
}

/** An exercise whose answer is one of a few words; case and outer spaces do not matter. */
export function choiceExercise(id: string, hint: string, right: string): Exercise {
  return {
    id,
    hint,
    isRight: (answer) => typeof answer === "string" && answer.trim().toLowerCase() === right,
  };
}

/**
 * Judges an answer: `undefined` means that the reader has not answered yet.
 *
 * @example judge(numberExercise("a/1", "count again", () => 4, 0), 4) // "right"
 */
export function judge(exercise: Exercise, answer: unknown): Verdict {
  if (answer === undefined) return "not yet";
  try {
    return exercise.isRight(answer) ? "right" : "wrong";
  } catch {
    return "wrong";
  }
}
