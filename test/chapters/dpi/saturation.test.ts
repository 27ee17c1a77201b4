import { beforeAll, describe, expect, it } from "vitest";
import { compareProblem } from "../../../lib/chapters/dpi/distillationProblem.js";
import {
  jitteredProblem,
  saturationByInput,
  saturationByJitter,
} from "../../../lib/chapters/dpi/saturation.js";
import { labelDistribution, labelVector } from "../../../lib/information/labelDistribution.js";
import { entropyOfKeys } from "../../../lib/information/labelInformation.js";

describe("saturationByInput", () => {
  let results: ReturnType<typeof saturationByInput>;
  beforeAll(() => {
    results = saturationByInput();
  });

  it("starts at the entropy of the lattice's sums: y and x·y for the teacher, y and x²·y for the student", () => {
    const x = [-2, -1, -1, 0, 0, 1, 1, 2];
    const labels = labelDistribution(jitteredProblem([]).eta);
    const bits = (feature: (x: number) => number) =>
      entropyOfKeys(labels, (k) => {
        const y = labelVector(8, k);
        const sumOf = (f: (x: number) => number) => x.reduce((s, v, i) => s + f(v) * y[i], 0);
        return `${sumOf(() => 1)} ${sumOf(feature)}`;
      });
    expect(results[0].teacher).toBeCloseTo(
      bits((v) => v),
      12,
    );
    expect(results[0].student).toBeCloseTo(
      bits((v) => v * v),
      12,
    );
  });

  it("ends at H(y) for all three learners, and never exceeds it", () => {
    const { labelEntropy } = results[0];
    expect(results.length).toBe(9);
    for (const { teacher, student, distilled } of results) {
      for (const bits of [teacher, student, distilled]) {
        expect(bits).toBeLessThanOrEqual(labelEntropy + 1e-12);
      }
      expect(teacher).toBeGreaterThanOrEqual(distilled - 1e-12);
    }
    for (const { teacher, student, distilled } of results.slice(6)) {
      for (const bits of [teacher, student, distilled]) expect(bits).toBeCloseTo(labelEntropy, 12);
    }
  });

  it("does not lose information in any learner as one more input moves", () => {
    for (const key of ["teacher", "student", "distilled"] as const) {
      for (let i = 1; i < results.length; i++) {
        expect(results[i][key]).toBeGreaterThanOrEqual(results[i - 1][key] - 1e-12);
      }
    }
  });

  it("does not depend on the size of the shifts", () => {
    const wide = saturationByInput(0.3);
    for (const [i, { student, teacher }] of wide.entries()) {
      expect(student).toBeCloseTo(results[i].student, 12);
      expect(teacher).toBeCloseTo(results[i].teacher, 12);
    }
  });
});

describe("jitteredProblem", () => {
  it("adds the shifts to the lattice's first inputs, and keeps the labels' probabilities", () => {
    const { teacher, student, eta } = jitteredProblem([0.5, -0.25]);
    const moved = [-1.5, -1.25, -1, 0, 0, 1, 1, 2];
    expect(teacher.features.to2DArray()).toEqual(moved.map((x) => [1, x]));
    expect(student.features.to2DArray()).toEqual(moved.map((x) => [1, x ** 2]));
    expect(eta).toEqual(jitteredProblem([]).eta);
  });
});

describe("saturationByJitter", () => {
  it("is the lattice's information at jitter 0, without spread, for the exact parameters", async () => {
    const [{ points }] = await saturationByJitter([0], [0], { trials: 2 });
    expect(points[0].value).toBeCloseTo(compareProblem(jitteredProblem([])).student, 12);
    expect(points[0].standardError).toBe(0);
  });

  it("is H(y) exactly for any jitter, and climbs with it after rounding", async () => {
    const counts: number[] = [];
    const options = { trials: 4, onProgress: (done: number) => void counts.push(done) };
    const [exact, fine, coarse] = await saturationByJitter([0.001, 0.1], [0, 0.001, 0.1], options);
    const { labelEntropy } = compareProblem(jitteredProblem([]));
    for (const { value, standardError } of exact.points) {
      expect(value).toBeCloseTo(labelEntropy, 12);
      expect(standardError).toBeCloseTo(0, 12);
    }
    for (const { points } of [fine, coarse]) {
      expect(points[1].value).toBeGreaterThan(points[0].value + 4 * points[1].standardError);
      expect(points[1].value).toBeLessThanOrEqual(labelEntropy);
    }
    expect(coarse.points[1].value).toBeLessThan(fine.points[1].value);
    expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
