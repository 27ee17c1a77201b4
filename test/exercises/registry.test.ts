import { describe, expect, it } from "vitest";
import { judge } from "../../lib/exercises/exercise.js";
import { EXERCISES, findExercise } from "../../lib/exercises/registry.js";
import { expectRefusal, type Refusal } from "../support/refusals.js";

describe("EXERCISES", () => {
  it("have ids of their own, a notebook and a number each, counted from 1 without a gap", () => {
    const ids = EXERCISES.map((exercise) => exercise.id);
    expect(new Set(ids).size).toBe(ids.length);
    const counts = new Map<string, number>();
    for (const id of ids) {
      expect(id).toMatch(/^0\d-[a-z-]+\/[1-9]\d*$/);
      const [notebook, number] = id.split("/");
      const expected = (counts.get(notebook) ?? 0) + 1;
      expect(Number(number), id).toBe(expected);
      counts.set(notebook, expected);
    }
    for (const [notebook, count] of counts) expect(count, notebook).toBeGreaterThanOrEqual(4);
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
