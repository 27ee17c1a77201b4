/** A usual wrong answer, and what to say to the reader who gives it. */
export interface Slip {
  is(answer: unknown): boolean;
  /** It must not give the right answer away. */
  hint: string;
}

/** A question whose answer can be checked without being shown. */
export interface Exercise {
  /** Notebook, number and, in an exercise of several steps, the step's letter: "03-linear-demo/4b". */
  id: string;
  /** Told after a wrong answer that is none of the slips; it must not give the right one away. */
  hint: string;
  /** The wrong answers that have a hint of their own; the first that fits is told. */
  slips?: readonly Slip[];
  /** Whether the answer is right; may throw on an answer of the wrong kind, which counts as wrong. */
  isRight(answer: unknown): boolean;
  /** Whether a wrong answer is the right idea, rounded too far. */
  isClose?(answer: unknown): boolean;
}

export type Verdict = "not yet" | "right" | "wrong";

/** A usual wrong number, or how to compute it, and its hint. */
export type NumberSlip = readonly [value: number | (() => number), hint: string];

/** Rounding that a reader may do: half a per cent. */
const READER = 0.005;
/** Rounded too far, yet the right idea. */
const CLOSE = 0.02;

/**
 * An exercise whose answer is one number; `expected` is computed once, when somebody answers.
 *
 * @param slips usual wrong numbers, recognised within the tolerance or half a per cent
 */
export function numberExercise(
  id: string,
  hint: string,
  expected: () => number,
  tolerance: number,
  slips: readonly NumberSlip[] = [],
): Exercise {
  let value: number | undefined;
  const right = () => {
    value ??= expected();
    return value;
  };
  const near = (answer: unknown, slip: number) =>
    answer === slip ||
    Math.abs((answer as number) - slip) <= Math.max(tolerance, READER * Math.abs(slip));
  return {
    id,
    hint,
    slips: [
      {
        is: (answer) => typeof answer !== "number",
        hint: "the answer is one number, without quotes",
      },
      ...slips.map(([slip, its]) => ({
        is: (answer: unknown) => near(answer, typeof slip === "number" ? slip : slip()),
        hint: its,
      })),
    ],
    isClose: (answer) => Math.abs((answer as number) - right()) <= CLOSE * Math.abs(right()),
    isRight: (answer) => typeof answer === "number" && Math.abs(answer - right()) <= tolerance,
  };
}

/** A word as a reader may write it: in any case, and between the brackets in which the question prints it. */
const word = (answer: unknown) =>
  typeof answer === "string" ? answer.replace(/^[\s(]+|[\s).]+$/g, "").toLowerCase() : "";

/**
 * An exercise whose answer is one of a few words; case, outer spaces and brackets do not matter: "(d)" is "d".
 *
 * @param slips the wrong words that have a hint of their own
 */
export function choiceExercise(
  id: string,
  hint: string,
  right: string,
  slips: Readonly<Record<string, string>> = {},
): Exercise {
  return {
    id,
    hint,
    slips: [
      {
        is: (answer) => word(answer) === "",
        hint: "the answer is one of the words of the question, in quotes",
      },
      ...Object.entries(slips).map(([wrong, its]) => ({
        is: (answer: unknown) => word(answer) === wrong,
        hint: its,
      })),
    ],
    isRight: (answer) => word(answer) === right,
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

/**
 * What to say to a wrong answer: the hint of the slip that it is, or the exercise's own.
 *
 * @example hintFor(numberExercise("a/1", "count again", () => 4, 0, [[5, "one is counted twice"]]), 5) // "one is counted twice"
 */
export function hintFor({ hint, slips = [], isClose }: Exercise, answer: unknown): string {
  if (Number.isNaN(answer)) return "the answer is NaN: a step of the computation gave no number";
  const isIt = (slip: Slip) => {
    try {
      return slip.is(answer);
    } catch {
      return false;
    }
  };
  const slip = slips.find(isIt);
  if (!slip && isClose?.(answer)) return "that is close; give it more precisely";
  return slip?.hint ?? hint;
}
