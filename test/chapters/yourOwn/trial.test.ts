import { describe, expect, it } from "vitest";
import type { Classifier, Rows } from "../../../lib/chapters/yourOwn/classifiers.js";
import { reportTrial } from "../../../lib/chapters/yourOwn/trial.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { cells } from "./cells.js";

const SAID = [
  [0.9, 0.1],
  [0.5, 0.5],
  [0.2, 0.8],
];
/** A teacher that knows what to say of each cell. */
const teacher = (): Classifier => ({
  fit() {},
  probabilities: (inputs) => inputs.map(([cell]) => SAID[cell]),
});
/** A student that says what it heard last of a cell, and keeps count. */
const echo = (heard: number[][][] = [], asked: number[] = []): Classifier => {
  let last: Rows = [];
  return {
    fit(inputs, targets) {
      last = [0, 1, 2].map((cell) => targets[inputs.findIndex(([x]) => x === cell)]);
      heard.push(last.map((row) => Array.from(row)));
    },
    probabilities(inputs) {
      asked.push(inputs.length);
      return inputs.map(([cell]) => last[cell]);
    },
  };
};
const parameters = (student: Classifier, temperature: number) => ({
  data: cells(),
  teacher: teacher(),
  student,
  alphas: [Infinity],
  epsilons: [0.1, 0.2, 0.3],
  temperature,
  measure: "brier" as const,
});

describe("reportTrial", () => {
  it.each([0.5, 1, 2])(
    "teaches at temperature %s and reads the student at the same: an exact student is its teacher",
    (temperature) => {
      const heard: number[][][] = [];
      const trial = reportTrial(parameters(echo(heard), temperature), seededStream("echo"));
      // Odds of 9 to 1 at temperature 2 are 3 to 1, at 1/2 they are 81 to 1.
      const odds = 9 ** (1 / temperature);
      expect(heard.some(([[p]]) => Math.abs(p - odds / (odds + 1)) < 1e-12)).toBe(true);
      for (const measure of ["brier", "logLoss", "errorRate", "calibratedLogLoss"]) {
        expect(trial[`${measure}@teacherOnly`]).toBeCloseTo(trial[`${measure}@teacher`], 10);
      }
      expect(trial["brier@labels"]).not.toBeCloseTo(trial["brier@teacher"], 3);
    },
  );

  it("asks about the 60 test rows only where a setting is the best of its arm so far", () => {
    const asked: number[] = [];
    const student = echo([], asked);
    // One that is the worse the more its targets were softened: the first of three settings stays the best.
    const probabilities: Classifier["probabilities"] = (inputs) => {
      const heard = student.probabilities(inputs)[0];
      const soft = Math.min(heard[0], heard[1]);
      return inputs.map(() => (soft === 0.05 ? [0.5, 0.5] : [1, 0]));
    };
    const trial = reportTrial(
      parameters({ ...student, probabilities }, 1),
      seededStream("test rows"),
    );
    expect(trial["setting@smoothed"]).toBe(0);
    // Labels, three amounts of smoothing, two shuffled teachers, the teacher.
    expect(asked.filter((rows) => rows === 12)).toHaveLength(7);
    expect(asked.filter((rows) => rows === 60)).toHaveLength(5);
  });

  it("has the true probabilities' loss as its floor", () => {
    const trial = reportTrial(parameters(echo(), 1), seededStream("floor"));
    // Of cells with 0.3, 0.5 and 0.8: errors of 0.3, 0.5 and 0.2, each cell about as often.
    expect(trial["errorRate@floor"]).toBeGreaterThan(0.2);
    expect(trial["errorRate@floor"]).toBeLessThan(0.45);
    for (const arm of ["labels", "teacher", "distilled"]) {
      expect(trial[`brier@${arm}`]).toBeGreaterThanOrEqual(trial["brier@floor"]);
      expect(trial[`logLoss@${arm}`]).toBeGreaterThanOrEqual(trial["logLoss@floor"]);
    }
  });
});
