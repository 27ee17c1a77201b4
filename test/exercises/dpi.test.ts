import { describe, expect, it } from "vitest";
import { DPI_EXERCISES, twoPointCrossing } from "../../lib/exercises/dpi.js";
import { judge } from "../../lib/exercises/exercise.js";
import { findExercise } from "../../lib/exercises/registry.js";
import { golden } from "../support/golden.js";

const oracle = golden<{
  crossing: number;
  shrinking: number[][];
  named: { labelEntropy: number; teacher: number }[];
}>("information");
const sign = oracle.named[2];

/** What the exercise asks, worked out without the library. */
const RIGHT: Record<string, number> = {
  // The two uncertain labels take 2 × 2 values.
  "01-dpi/1": 4,
  // Entropy of 1/8, 3/8, 3/8, 1/8.
  "01-dpi/2": 3 - 0.75 * Math.log2(3),
  // H(y) - I(y; mu), by NumPy's enumeration.
  "01-dpi/3": sign.labelEntropy - sign.teacher,
  // The slope of round 1: a finite alpha is a fixed point.
  "01-dpi/4": oracle.shrinking[0][1],
  // SciPy's root of the difference of the expected losses.
  "01-dpi/5": oracle.crossing,
};
const WRONG: Record<string, number[]> = {
  "01-dpi/1": [3, 5, 16],
  "01-dpi/2": [1.5, 2, 3],
  "01-dpi/3": [0, 2.32, 3.752],
  "01-dpi/4": [0.205, 0.67],
  "01-dpi/5": [0.5, 0.7, 0.66],
};

describe("the exercises of 01-dpi", () => {
  it("are five, registered, in order", () => {
    expect(DPI_EXERCISES.map(({ id }) => id)).toEqual(Object.keys(RIGHT));
    for (const exercise of DPI_EXERCISES) expect(findExercise(exercise.id)).toBe(exercise);
  });

  it.each(DPI_EXERCISES)("$id takes the right answer, also to the digits asked for", (exercise) => {
    const right = RIGHT[exercise.id];
    expect(judge(exercise, right)).toBe("right");
    const digits = exercise.id === "01-dpi/4" ? 3 : 2;
    expect(judge(exercise, Number(right.toFixed(digits)))).toBe("right");
  });

  it.each(DPI_EXERCISES)("$id takes no wrong answer, and none for one not given", (exercise) => {
    for (const answer of WRONG[exercise.id]) expect(judge(exercise, answer)).toBe("wrong");
    expect(judge(exercise, undefined)).toBe("not yet");
    expect(judge(exercise, "four")).toBe("wrong");
    expect(judge(exercise, Number.NaN)).toBe("wrong");
  });

  it.each(DPI_EXERCISES)("$id has a hint that does not give its answer away", ({ id, hint }) => {
    expect(hint.length).toBeGreaterThan(20);
    expect(hint).not.toContain(RIGHT[id].toFixed(id === "01-dpi/1" ? 0 : 2).replace(/^0/, ""));
  });
});

describe("twoPointCrossing", () => {
  it("agrees with SciPy's root finder to 1e-8", () => {
    expect(twoPointCrossing()).toBeCloseTo(oracle.crossing, 8);
  });
});
