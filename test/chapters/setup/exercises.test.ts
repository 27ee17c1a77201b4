import { describe, expect, it } from "vitest";
import { SETUP_EXERCISES } from "../../../lib/chapters/setup/exercises.js";
import { judge } from "../../../lib/exercises/exercise.js";
import { findExercise } from "../../../lib/notebook/exercises.js";
import { golden } from "../../support/golden.js";

/** Right answers worked by hand, and wrong ones that a reader might give. */
const answers: [string, unknown, unknown][] = [
  // (1 + 4 · 0.2) / 5; forgetting the label gives 0.16.
  ["00-setup/1", 1.8 / 5, 0.16],
  // 1 + 5.
  ["00-setup/2a", 6, 5],
  // 3 / (1 + 5); dividing by alpha gives 0.6.
  ["00-setup/2b", 0.5, 0.6],
  // Odds of √16 = 4 to 1; halving the odds gives 8/9.
  ["00-setup/3", 0.8, 8 / 9],
  // log 9 and -log 4: half of log 9/4.
  ["00-setup/4a", Math.log(1.5), Math.log(0.55 / 0.45)],
  // Odds of √(9 · 1/4) = 3/2; the mean probability is 0.55.
  ["00-setup/4b", 0.6, 0.55],
  // 3 / (1 + 3).
  ["00-setup/5", 0.75, 3],
  ["00-setup/6", "forward", "reverse"],
  // The student of scikit-learn on the same mixed targets (test/oracle/distillation.py); the wrong cell's.
  ["00-setup/7", golden<{ pinwheelAtFour: number }>("distillation").pinwheelAtFour, 0.8516],
];

describe("the exercises of 00-setup", () => {
  it("are all covered here", () => {
    expect(SETUP_EXERCISES.map((exercise) => exercise.id)).toEqual(answers.map(([id]) => id));
  });

  it.each(answers)("%s takes %s and not %s", (id, right, wrong) => {
    const exercise = findExercise(id);
    expect(judge(exercise, right)).toBe("right");
    expect(judge(exercise, wrong)).toBe("wrong");
    expect(judge(exercise, undefined)).toBe("not yet");
  });

  it.each(answers)("%s does not give its answer away in the hint", (id, right) => {
    if (typeof right === "number") expect(findExercise(id).hint).not.toContain(String(right));
  });
});
