import { describe, expect, it } from "vitest";
import {
  ratioOfOwn,
  VARIANCE_REDUCTION_EXERCISES,
} from "../../../lib/chapters/varianceReduction/exercises.js";
import { lossVariances } from "../../../lib/chapters/varianceReduction/lossVariances.js";
import { finitePopulation } from "../../../lib/data/population.js";
import { judge } from "../../../lib/exercises/exercise.js";
import { findExercise } from "../../../lib/notebook/exercises.js";
import { golden } from "../../support/golden.js";

const verdict = (number: number | string, answer: unknown) =>
  judge(findExercise(`02-variance-reduction/${number}`), answer);
const own = {
  probabilities: [0.7, 0.25, 0.05],
  eta: [0.02, 0.5, 0.5],
  logits: [60, 50, 50],
};

describe("the exercises of 02-variance-reduction", () => {
  it("are eight, none of them answered by undefined", () => {
    expect(VARIANCE_REDUCTION_EXERCISES).toHaveLength(8);
    for (const exercise of VARIANCE_REDUCTION_EXERCISES) {
      expect(judge(exercise, undefined)).toBe("not yet");
      expect(judge(exercise, Symbol("no answer"))).toBe("wrong");
    }
  });

  it("1: step d is wrong, as A = 1 and a coin B in {0, 1} show; a to c are right there", () => {
    const [a, b] = [
      [1, 1],
      [0, 1],
    ];
    const mean = (v: number[]) => (v[0] + v[1]) / 2;
    const variance = (v: number[]) => mean(v.map((u) => u * u)) - mean(v) ** 2;
    expect(a.every((value, i) => value >= b[i])).toBe(true);
    expect(mean(a.map((u) => u * u))).toBeGreaterThanOrEqual(mean(b.map((u) => u * u)));
    expect(variance(a)).toBeLessThan(variance(b));
    expect(verdict(1, "d")).toBe("right");
    expect(verdict(1, "c")).toBe("wrong");
  });

  it("2: 0.16 · 9 = 1.44, with 0.25 · 4 on average 1.22, over ten examples 0.122", () => {
    expect(verdict("2a", 1.44)).toBe("right");
    expect(verdict("2b", 1.22)).toBe("right");
    expect(verdict("2c", 0.122)).toBe("right");
    expect(verdict("2a", 0.48)).toBe("wrong");
    expect(verdict("2b", 2.44)).toBe("wrong");
    expect(verdict("2c", 1.22)).toBe("wrong");
  });

  it("3: takes any problem without a sure label that violates the inequality", () => {
    expect(verdict(3, own)).toBe("right");
  });

  it.each([
    ["the inequality holds", { ...own, logits: [1, 1, 1] }],
    ["a label is sure", { ...own, eta: [0, 0.5, 0.5] }],
    ["there are two inputs", { probabilities: [0.75, 0.25], eta: [0.02, 0.5], logits: [60, 50] }],
    ["the third input does not occur", { ...own, probabilities: [0.75, 0.25, 0] }],
    ["the probabilities do not add up", { ...own, probabilities: [0.7, 0.2, 0.05] }],
    ["a logit is infinite", { ...own, logits: [Infinity, 50, 50] }],
    ["a logit is missing", { ...own, logits: [60, 50] }],
    ["it is no problem at all", 7],
  ])("3: is wrong where %s", (_, answer) => expect(verdict(3, answer)).toBe("wrong"));

  it("4: 20 times SciPy's ratio of the two variances, 53.5", () => {
    const { line } = golden<{ line: { hard: number; soft: number } }>("variance");
    const expected = (20 * line.hard) / line.soft;
    expect(expected).toBeCloseTo(53.5, 1);
    expect(verdict(4, expected)).toBe("right");
    expect(verdict(4, 53.5)).toBe("right");
    expect(verdict(4, 20)).toBe("wrong");
  });

  it("5: the formula at eta = 0.7 is log(1 + exp(-0.4 f)), which falls for ever", () => {
    const formula = (f: number) => Math.log(1 + Math.exp(-0.4 * f));
    const values = [0, 0.4, Math.log(7 / 3), 5, 50].map(formula);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(verdict(5, "c")).toBe("right");
    expect(verdict(5, "a")).toBe("wrong");
  });
});

describe("ratioOfOwn", () => {
  it("is below 1 for claim 10's counterexample", () => {
    const problem = { probabilities: [0.5, 0.5], eta: [1, 0.5], logits: [-10, 2] };
    expect(ratioOfOwn(problem)).toBeCloseTo(20.183 / 21.655, 4);
  });
});

describe("02-variance-reduction/6", () => {
  const verdictOn = (answer: unknown) => judge(findExercise("02-variance-reduction/6"), answer);

  it("is the mean of η(1 - η) f², as a loop or through the law of total variance", () => {
    const loop = (eta: number[], f: number[]) => {
      let sum = 0;
      for (let i = 0; i < eta.length; i++) sum += eta[i] * (1 - eta[i]) * f[i] * f[i];
      return sum / eta.length;
    };
    const byVariances = (eta: number[], f: number[]) => {
      const population = finitePopulation(
        eta.map(() => 1 / eta.length),
        eta,
      );
      const { hard, soft } = lossVariances(population, (x) => f[x]);
      return hard - soft;
    };
    expect(verdictOn(loop)).toBe("right");
    expect(verdictOn(byVariances)).toBe("right");
    expect(verdictOn((eta: number[]) => eta[0])).toBe("wrong");
  });
});
