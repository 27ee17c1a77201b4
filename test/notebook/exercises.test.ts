import { describe, expect, it } from "vitest";
import { judge } from "../../lib/exercises/exercise.js";
import { EXERCISES, findExercise } from "../../lib/notebook/exercises.js";
import { expectRefusal, type Refusal } from "../support/refusals.js";

describe("EXERCISES", () => {
  it("have ids of their own, a notebook and a number each, counted from 1, steps from a, without a gap", () => {
    const ids = EXERCISES.map((exercise) => exercise.id);
    expect(new Set(ids).size).toBe(ids.length);
    const steps = new Map<string, string[][]>();
    for (const id of ids) {
      const [, notebook, number, letter] = id.match(/^(0\d-[a-z-]+)\/([1-9]\d*)([a-z]?)$/) ?? [id];
      const numbers = steps.get(notebook) ?? [];
      steps.set(notebook, numbers);
      if (letter === "" || letter === "a") numbers.push([]);
      expect(Number(number), id).toBe(numbers.length);
      numbers[numbers.length - 1]?.push(letter);
    }
    for (const [notebook, numbers] of steps) {
      expect(numbers.length, notebook).toBeGreaterThanOrEqual(4);
      for (const letters of numbers.filter(([first]) => first === "a")) {
        expect(letters.join("")).toBe("abcdef".slice(0, letters.length));
        expect(letters.length, notebook).toBeGreaterThan(1);
      }
      const inSteps = numbers.filter(([first]) => first === "a");
      expect(inSteps.length, `${notebook}: an exercise in steps`).toBeGreaterThanOrEqual(1);
    }
  });

  it.each(EXERCISES)(
    "$id hints in a sentence, and has nothing to say yet to no answer",
    (exercise) => {
      expect(exercise.hint.length).toBeGreaterThan(20);
      expect(judge(exercise, undefined)).toBe("not yet");
    },
  );
});

describe("findExercise(id)", () => {
  it.each(EXERCISES)("finds $id", (exercise) => expect(findExercise(exercise.id)).toBe(exercise));

  const refusals: Refusal[] = [
    [
      "a number that is not there, naming those that are",
      () => findExercise("03-linear-demo/99"),
      RangeError,
      /^id must name an exercise \(03-linear-demo\/1, .*\), got "03-linear-demo\/99"$/,
    ],
    [
      "an unknown notebook",
      () => findExercise("99-x/1"),
      RangeError,
      /^id .* exercise, got "99-x\/1"$/,
    ],
    ["nothing", () => findExercise(undefined as never), RangeError, /^id .* got undefined$/],
  ];
  it.each(refusals)("refuses %s", expectRefusal);
});
