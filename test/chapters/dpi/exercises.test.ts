import { describe, expect, it } from "vitest";
import { DPI_EXERCISES, twoPointCrossing } from "../../../lib/chapters/dpi/exercises.js";
import { judge } from "../../../lib/exercises/exercise.js";
import { findExercise } from "../../../lib/notebook/exercises.js";
import { golden } from "../../support/golden.js";

const oracle = golden<{
  crossing: number;
  finiteAlpha: { alpha: number; penaltyOn: string; slopes: number[] }[];
  named: { labelEntropy: number; teacher: number; mixed: number }[];
}>("information");
const sign = oracle.named[2];
const slopeAtFour = (on: string) =>
  oracle.finiteAlpha.find(({ alpha, penaltyOn }) => alpha === 4 && penaltyOn === on)
    ?.slopes[4] as number;

/** What the exercise asks, worked out without the library. */
const RIGHT: Record<string, number | string> = {
  // The two uncertain labels take 2 × 2 values.
  "01-dpi/1": 4,
  // Entropy of 1/8, 3/8, 3/8, 1/8.
  // Three of the eight vectors have one 1.
  "01-dpi/2a": 3 / 8,
  "01-dpi/2b": 3 - 0.75 * Math.log2(3),
  // All of H(y): NumPy's student on labels and teacher.
  "01-dpi/3a": sign.mixed,
  // H(y) - I(y; mu), by NumPy's enumeration.
  "01-dpi/3b": sign.labelEntropy - sign.teacher,
  // NumPy's fifth slope at alpha 4, with the ridge on the mixed label and on the combined loss.
  "01-dpi/4a": slopeAtFour("mixed"),
  "01-dpi/4b": slopeAtFour("combined"),
  // Below SciPy's crossing distilling still helps, as it does at .5.
  "01-dpi/5a": oracle.crossing > 0.65 ? "teacher" : "labels",
  // SciPy's root of the difference of the expected losses.
  "01-dpi/5b": oracle.crossing,
};
const WRONG: Record<string, (number | string)[]> = {
  "01-dpi/1": [3, 5, 16],
  "01-dpi/2a": [0.25, 0.125, 3],
  "01-dpi/2b": [1.5, 2, 3],
  "01-dpi/3a": [2.32, 1.432],
  "01-dpi/3b": [0, 2.32, 3.752],
  "01-dpi/4a": [0.205, 0.67, 0.514],
  "01-dpi/4b": [0.205, 0.67, 0.316],
  "01-dpi/5a": ["labels", "neither"],
  "01-dpi/5b": [0.5, 0.7, 0.66],
};

describe("the exercises of 01-dpi", () => {
  it("are registered, in order", () => {
    expect(DPI_EXERCISES.map(({ id }) => id)).toEqual(Object.keys(RIGHT));
    for (const exercise of DPI_EXERCISES) expect(findExercise(exercise.id)).toBe(exercise);
  });

  it.each(DPI_EXERCISES)("$id takes the right answer, also to the digits asked for", (exercise) => {
    const right = RIGHT[exercise.id];
    expect(judge(exercise, right)).toBe("right");
    if (typeof right === "string") return;
    const digits = /4|2a/.test(exercise.id.slice(7)) ? 3 : 2;
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
    const right = RIGHT[id];
    if (typeof right === "string") return;
    expect(hint).not.toContain(right.toFixed(id === "01-dpi/1" ? 0 : 2).replace(/^0/, ""));
  });
});

describe("twoPointCrossing", () => {
  it("agrees with SciPy's root finder to 1e-8", () => {
    expect(twoPointCrossing()).toBeCloseTo(oracle.crossing, 8);
  });
});
