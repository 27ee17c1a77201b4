import { describe, expect, it } from "vitest";
import { hintFor } from "../../lib/exercises/exercise.js";
import { findExercise } from "../../lib/notebook/exercises.js";
import { gradeAnswer } from "../../lib/notebook/gradeAnswer.js";
import { expectRefusal } from "../support/refusals.js";

const id = "03-linear-demo/2";

describe("gradeAnswer(id, answer)", () => {
  it("says nothing to a right answer", () => expect(gradeAnswer(id, 0.3251)).toBeUndefined());

  it.each([
    [0.469, `is not right. Hint: ${hintFor(findExercise(id), 0.469)}`],
    ["0.3251", "is not right. Hint: the answer is one number, without quotes"],
    [undefined, "is undefined"],
  ])("throws on %s", (answer, remark) => {
    expect(() => gradeAnswer(id, answer)).toThrow(new RangeError(`answer to ${id} ${remark}`));
  });

  it("refuses an exercise that there is not", () => {
    const call = () => gradeAnswer("03-linear-demo/0", 1);
    expectRefusal("", call, RangeError, /^id must name .* got "03-linear-demo\/0"$/);
  });
});
