import { describe, expect, it, vi } from "vitest";
import { choiceExercise, hintFor, judge, numberExercise } from "../../lib/exercises/exercise.js";

describe("judge(exercise, answer)", () => {
  const exercise = (isRight: (answer: unknown) => boolean) => ({ id: "a/1", hint: "", isRight });

  it("says not yet to undefined, without asking the exercise", () => {
    const isRight = vi.fn(() => true);
    expect(judge(exercise(isRight), undefined)).toBe("not yet");
    expect(isRight).not.toHaveBeenCalled();
  });

  it("says right or wrong as the exercise does", () => {
    expect(
      judge(
        exercise((answer) => answer === 4),
        4,
      ),
    ).toBe("right");
    expect(
      judge(
        exercise((answer) => answer === 4),
        5,
      ),
    ).toBe("wrong");
    expect(
      judge(
        exercise((answer) => answer === 4),
        null,
      ),
    ).toBe("wrong");
  });

  it("says wrong where the exercise throws on the answer", () => {
    const picky = exercise((answer) => (answer as { length: number }).length > 0);
    expect(judge(picky, null)).toBe("wrong");
  });
});

describe("numberExercise(id, hint, expected, tolerance)", () => {
  const half = numberExercise("a/1", "look again", () => 0.5, 0.125);

  it("takes a number within the tolerance, its ends included", () => {
    for (const answer of [0.5, 0.375, 0.625]) expect(judge(half, answer)).toBe("right");
    for (const answer of [0.37, 0.63, -0.5]) expect(judge(half, answer)).toBe("wrong");
  });

  it.each([NaN, Infinity, "0.5", null, [0.5], { valueOf: () => 0.5 }, 1n])(
    "takes %o as wrong",
    (answer) => expect(judge(half, answer)).toBe("wrong"),
  );

  it("computes the expected value once, for the first answer that is a number", () => {
    const expected = vi.fn(() => 1);
    const exercise = numberExercise("a/2", "", expected, 0);
    judge(exercise, undefined);
    judge(exercise, "1");
    expect(expected).not.toHaveBeenCalled();
    expect(judge(exercise, 1)).toBe("right");
    expect(judge(exercise, 2)).toBe("wrong");
    expect(expected).toHaveBeenCalledOnce();
  });

  it("keeps id and hint", () => expect(half).toMatchObject({ id: "a/1", hint: "look again" }));
});

describe("choiceExercise(id, hint, right)", () => {
  const exercise = choiceExercise("a/3", "one of two", "no");

  it.each(["no", "No", " NO\n"])("takes %o", (answer) => {
    expect(judge(exercise, answer)).toBe("right");
  });

  it.each(["yes", "", "n", "no no", false, 0, null])("takes %o as wrong", (answer) => {
    expect(judge(exercise, answer)).toBe("wrong");
  });
});

describe("hintFor(exercise, answer)", () => {
  const exercise = numberExercise("a/1", "count again", () => 4, 0, [
    [5, "one too many"],
    [200, "in percent"],
  ]);

  it("tells the slip's hint, also to a rounded slip, and else the exercise's", () => {
    expect(hintFor(exercise, 5)).toBe("one too many");
    expect(hintFor(exercise, 199.5)).toBe("in percent");
    expect(hintFor(exercise, 3)).toBe("count again");
    expect(hintFor(exercise, 5.1)).toBe("count again");
  });

  it("says that NaN is none, and that a number rounded too far is close", () => {
    const third = numberExercise("a/3", "divide", () => 1 / 3, 1e-3, [[0.3, "of ten"]]);
    expect(hintFor(third, NaN)).toMatch(/NaN: a step of the computation gave no number/);
    expect(judge(third, 0.33)).toBe("wrong");
    expect(hintFor(third, 0.33)).toBe("that is close; give it more precisely");
    expect(hintFor(third, 0.3)).toBe("of ten");
    expect(hintFor(third, 0.4)).toBe("divide");
  });

  it("takes a word in the brackets in which the question prints it", () => {
    const choice = choiceExercise("a/2", "one of three", "d");
    for (const answer of ["d", "(d)", " (D) ", "d)", "d."])
      expect(judge(choice, answer)).toBe("right");
    expect(judge(choice, "(e)")).toBe("wrong");
  });

  it.each(["4", null, [4]])("asks for a number after %o", (answer) => {
    expect(hintFor(exercise, answer)).toBe("the answer is one number, without quotes");
  });

  it("asks for a word after what is none, and tells the wrong word's hint", () => {
    const choice = choiceExercise("a/2", "one of three", "no", { yes: "look again" });
    expect(hintFor(choice, 1)).toMatch(/in quotes$/);
    expect(hintFor(choice, " YES ")).toBe("look again");
    expect(hintFor(choice, "perhaps")).toBe("one of three");
  });

  it("passes over a slip that throws on the answer, and needs no slips", () => {
    const throwing = {
      is: () => {
        throw new TypeError("not a list");
      },
      hint: "never told",
    };
    const plain = { id: "a/3", hint: "own hint", isRight: () => false };
    expect(hintFor({ ...plain, slips: [throwing] }, 1)).toBe("own hint");
    expect(hintFor(plain, 1)).toBe("own hint");
  });
});
