import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hintFor } from "../../lib/exercises/exercise.js";
import { checkAnswer } from "../../lib/notebook/checkAnswer.js";
import { findExercise } from "../../lib/notebook/exercises.js";
import { expectRefusal } from "../support/refusals.js";

const log = vi.spyOn(console, "log").mockImplementation(() => {});
beforeEach(() => {
  log.mockClear();
});
afterAll(() => {
  log.mockRestore();
});

const said = () => log.mock.calls.map(([line]) => line);
const id = "03-linear-demo/2";

describe("checkAnswer(id, answer)", () => {
  it("asks for an answer where there is none", () => {
    checkAnswer(id, undefined);
    expect(said()).toEqual([
      `${id}: not yet: the answer is undefined. Put yours in the line above and run this cell again.`,
    ]);
  });

  it("says right", () => {
    checkAnswer(id, 0.3251);
    expect(said()).toEqual([`${id}: right.`]);
  });

  it("gives a hint after a wrong answer, and not the answer", () => {
    checkAnswer(id, 0.4);
    expect(said()).toEqual([`${id}: not right. Hint: ${findExercise(id).hint}`]);
    expect(said()[0]).not.toContain("0.325");
  });

  it("speaks to the mistake where it is a usual one: bits in the place of nats", () => {
    checkAnswer(id, 0.469);
    expect(said()).toEqual([`${id}: not right. Hint: ${hintFor(findExercise(id), 0.469)}`]);
    expect(said()[0]).toMatch(/in bits; the question asks for nats/);
  });

  it("refuses an exercise that there is not", () => {
    const call = () => checkAnswer("03-linear-demo/0", 1);
    expectRefusal("", call, RangeError, /^id must name .* got "03-linear-demo\/0"$/);
    expect(said()).toEqual([]);
  });
});
