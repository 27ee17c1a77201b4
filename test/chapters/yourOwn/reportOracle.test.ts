import { describe, expect, it } from "vitest";
import { softmaxClassifier } from "../../../lib/chapters/yourOwn/classifiers.js";
import type { Distribution } from "../../../lib/chapters/yourOwn/problem.js";
import { distillationReport } from "../../../lib/chapters/yourOwn/report.js";
import { compareAll } from "../../../lib/chapters/yourOwn/verdict.js";
import { golden } from "../../support/golden.js";

type Part = "train" | "validation" | "test";
const { X, y, splits, scores, comparisons, overlap, epsilon, studentL2, teacherL2 } = golden<{
  X: number[][];
  y: number[];
  splits: Record<Part, number[]>[];
  scores: (Record<string, Record<string, number>> & { setting: number })[];
  comparisons: Record<
    string,
    { gain: number; standardError: number; holm: number; detectable: number }
  >;
  overlap: number;
  epsilon: number;
  studentL2: number;
  teacherL2: number;
}>("report");

/** Draws the oracle's splits, one part after the other; an input's class is looked up. */
function givenSplits(): Distribution {
  const parts = splits.flatMap(({ train, validation, test }) => [train, validation, test]);
  return {
    name: "given splits",
    classes: ["0", "1", "2"],
    train: splits[0].train.length,
    validation: splits[0].validation.length,
    test: splits[0].test.length,
    draw: () => (parts.shift() as number[]).map((i) => X[i]),
    truth: (inputs) =>
      inputs.map((row) => [0, 1, 2].map((k) => (y[X.indexOf(row as number[])] === k ? 1 : 0))),
  };
}

describe("distillationReport", () => {
  it("has scikit-learn's log-loss, error rate and Brier score in every split", async () => {
    const { result } = await distillationReport(
      {
        data: givenSplits(),
        teacher: softmaxClassifier({
          features: (inputs) => inputs.map((row) => [...row, ...Array.from(row, (x) => x * x)]),
          l2: teacherL2,
        }),
        student: softmaxClassifier({ l2: studentL2 }),
      },
      { trials: splits.length, alphas: [1, Infinity], epsilons: [epsilon] },
    );
    scores.forEach((score, k) => {
      for (const arm of ["labels", "smoothed", "distilled", "teacher"]) {
        for (const [measure, value] of Object.entries(score[arm])) {
          // SciPy looks for the temperature to about 1e-8 of its logarithm; the fits stop at 1e-9.
          expect(result[`${measure}@${arm}`][k], `${measure}@${arm}, split ${k}`).toBeCloseTo(
            value,
            6,
          );
        }
      }
      expect(result["setting@distilled"][k]).toBe(score.setting);
    });
  });
});

describe("compareAll", () => {
  it("has SciPy's corrected t test, Holm's p-values and the smallest gain seen four times in five", () => {
    const column = (arm: string) => Float64Array.from(scores, (score) => score[arm].brier);
    const found = compareAll(
      column("distilled"),
      { labels: column("labels"), smoothed: column("smoothed") },
      { overlap, level: 0.05 },
    );
    for (const { control, gain, p, detectable } of found) {
      const expected = comparisons[control];
      expect(gain.value).toBeCloseTo(expected.gain, 12);
      expect(gain.standardError).toBeCloseTo(expected.standardError, 12);
      expect(p).toBeCloseTo(expected.holm, 10);
      expect(detectable).toBeCloseTo(expected.detectable, 10);
    }
  });
});
