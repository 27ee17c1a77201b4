import { Matrix, solve } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { LINEAR_DEMO_EXERCISES } from "../../../lib/chapters/linearDemo/exercises.js";
import { distillationGain } from "../../../lib/chapters/linearDemo/gainFigure.js";
import type { BinaryData } from "../../../lib/data/dataset.js";
import { judge, type Verdict } from "../../../lib/exercises/exercise.js";
import { sineFeatures } from "../../../lib/models/features.js";
import { decisionFunction } from "../../../lib/models/linearModel.js";
import { fitLogistic } from "../../../lib/models/logistic.js";
import { findExercise } from "../../../lib/notebook/exercises.js";
import { golden } from "../../support/golden.js";
import { published } from "../../support/published.js";
import { publishedFixture } from "../../support/publishedFixture.js";

const { gain400 } = golden<{
  gain400: { mean: number; standardError: number; better: number };
}>("trial");
const verdict = (number: number | string, answer: unknown): Verdict =>
  judge(findExercise(`03-linear-demo/${number}`), answer);

describe("the exercises of 03-linear-demo", () => {
  it("are six, two of them in steps, in order", () => {
    expect(LINEAR_DEMO_EXERCISES.map((exercise) => exercise.id)).toEqual(
      ["1", "2", "3", "4a", "4b", "5a", "5b", "6"].map((number) => `03-linear-demo/${number}`),
    );
  });

  it("6: least squares on the teacher's logits, however it is solved", () => {
    const logits = ({ x, y }: BinaryData) => {
      const sine = sineFeatures(x);
      return decisionFunction(fitLogistic(sine, y, { l2: 1 }), sine);
    };
    // By the normal equations of the columns 1, x / 10, (x / 10)², (x / 10)³.
    const byNormalEquations = (data: BinaryData) => {
      const rows = Array.from(data.x, (x) => [1, x / 10, (x / 10) ** 2, (x / 10) ** 3]);
      const X = new Matrix(rows);
      const right = X.transpose().mmul(Matrix.columnVector(logits(data)));
      const [intercept, ...scaled] = solve(X.transpose().mmul(X), right).to1DArray();
      return { intercept, weights: Float64Array.from(scaled, (w, k) => w / 10 ** (k + 1)) };
    };
    expect(verdict(6, byNormalEquations)).toBe("right");
    expect(verdict(6, (data: BinaryData) => ({ ...byNormalEquations(data), intercept: 0 }))).toBe(
      "wrong",
    );
    expect(verdict(6, "distil")).toBe("wrong");
  });

  it("1: the factor is that of Python's two means, converged or not", () => {
    for (const python of [publishedFixture.converged, publishedFixture.scikit_learn]) {
      expect(verdict(1, python["student.test"][0] / python["distilled.test"][0])).toBe("right");
    }
    expect(verdict(1, 3.98)).toBe("right");
    expect(verdict(1, 4.75 / 0.817)).toBe("wrong");
    expect(verdict(1, 1 / 3.98)).toBe("wrong");
  });

  it("2: the least expected loss is the entropy of 0.9, 0.3251 nats, not bits", () => {
    expect(verdict(2, 0.3251)).toBe("right");
    expect(verdict(2, 0.325083)).toBe("right");
    expect(verdict(2, 0.469)).toBe("wrong");
    expect(verdict(2, 0.1054)).toBe("wrong");
  });

  it("3: no, at no published n in Python's numbers either", () => {
    const better = publishedFixture.n.filter(
      (_, k) =>
        publishedFixture.converged["distilled.train"][k] <
        publishedFixture.converged["student.train"][k],
    );
    expect(verdict(3, better.length === 0 ? "no" : "yes")).toBe("right");
    expect(verdict(3, "yes")).toBe("wrong");
  });

  it("4: the number of trials is 400 times the squared ratio of Python's standard error to 0.01", () => {
    expect(verdict("4a", gain400.standardError * 20)).toBe("right");
    expect(verdict("4a", gain400.standardError)).toBe("wrong");
    expect(verdict("4b", 400 * (gain400.standardError / 0.01) ** 2)).toBe("right");
    expect(verdict("4b", 400 * (gain400.standardError / 0.01))).toBe("wrong");
    expect(verdict("4b", 15 * (0.0987 / 0.01) ** 2)).toBe("wrong");
  });

  it("5: the gain at n = 15 is 1.69 of its standard errors, and 14 of 15 wins are 16 in 32 768 by chance", () => {
    // Ours over 15 trials; the mean is that of the converged fits in Python.
    const at15 = publishedFixture.n.indexOf(15);
    const [gain] = distillationGain(published(), "test").slice(at15);
    const { converged } = publishedFixture;
    const python = converged["student.test"][at15] - converged["distilled.test"][at15];
    expect(gain.value).toBeCloseTo(python, 6);
    expect(verdict("5a", python / gain.standardError)).toBe("right");
    expect(verdict("5a", gain.standardError / python)).toBe("wrong");
    // All 2^15 sequences, counted.
    const wins = (sequence: number) => sequence.toString(2).replaceAll("0", "").length;
    const many = Array.from({ length: 2 ** 15 }, (_, k) => wins(k)).filter((n) => n >= 14);
    expect(many).toHaveLength(16);
    expect(verdict("5b", many.length / 2 ** 15)).toBe("right");
    expect(verdict("5b", 0.0005)).toBe("wrong");
    expect(verdict("5b", 15 / 2 ** 15)).toBe("wrong");
  });

  // lbfgs's early stop moves single losses by up to a few per cent, their mean by 0.3 %.
  it("4: our 400 trials agree with Python's", () => {
    const [gain] = distillationGain(published({ trials: 400, trainingExamples: [20] }), "test");
    expect(Math.abs(gain.value / gain400.mean - 1)).toBeLessThan(0.005);
    expect(Math.abs(gain.standardError / gain400.standardError - 1)).toBeLessThan(0.005);
    expect(Math.abs(gain.wins - gain400.better)).toBeLessThanOrEqual(2);
  });
});
