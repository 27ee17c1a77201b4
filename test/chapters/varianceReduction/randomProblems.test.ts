import { describe, expect, it } from "vitest";
import { inequalityRatio } from "../../../lib/chapters/varianceReduction/inequalityScan.js";
import { lossVariances } from "../../../lib/chapters/varianceReduction/lossVariances.js";
import {
  identityError,
  randomProblem,
  searchViolations,
} from "../../../lib/chapters/varianceReduction/randomProblems.js";
import { seededStream } from "../../../lib/random/seededStream.js";

describe("randomProblem", () => {
  it("has as many inputs as told, with label probabilities inside the noise floor", () => {
    const options = { inputs: 50, scale: 2, noiseFloor: 0.2 };
    const { population, f } = randomProblem(seededStream("problem"), options);
    const etas = Array.from(population.points, (x) => population.eta(x));
    expect(etas).toHaveLength(50);
    expect(Math.min(...etas)).toBeGreaterThanOrEqual(0.2);
    expect(Math.max(...etas)).toBeLessThanOrEqual(0.8);
    expect(Array.from(population.points, f).every(Number.isFinite)).toBe(true);
  });

  it("draws uniformly from the simplex: the first of three probabilities has mean 1/3, variance 1/18", () => {
    const stream = seededStream("simplex");
    const first = Array.from(
      { length: 4000 },
      () => randomProblem(stream, { inputs: 3, scale: 1 }).population.weights[0],
    );
    const mean = first.reduce((sum, p) => sum + p, 0) / 4000;
    const variance = first.reduce((sum, p) => sum + (p - mean) ** 2, 0) / 4000;
    expect(Math.abs(mean - 1 / 3)).toBeLessThan(4 * Math.sqrt(1 / 18 / 4000));
    expect(variance * 18).toBeCloseTo(1, 0);
  });
});

describe("searchViolations", () => {
  it("finds violations of the post's inequality among problems with large logits", () => {
    const found = searchViolations(seededStream("found"), 3000, { inputs: 2, scale: 16 });
    // An independent NumPy search of 4000 found a share of 0.011 (standard error 0.0017).
    expect(Math.abs(found.share.value - 0.011)).toBeLessThan(
      4 * Math.hypot(found.share.standardError, 0.0017),
    );
    expect(found.violations).toBe(Math.round(found.share.value * found.problems));
    expect(found.smallestRatio).toBeLessThan(1);
  });

  it("has a standard error above 0 where it finds none", () => {
    const { share, violations } = searchViolations(seededStream("few"), 10, {
      inputs: 5,
      scale: 0.1,
    });
    expect(violations).toBe(0);
    // One added on each side: p = 1/12, so sqrt(p (1 - p) / 10).
    expect(share.standardError).toBeCloseTo(Math.sqrt(11 / 144 / 10), 12);
  });

  it("draws as many problems as told, and keeps the least of their ratios", () => {
    const options = { inputs: 2, scale: 16 };
    const [one, all] = [seededStream("least"), seededStream("least")];
    const ratios = Array.from({ length: 20 }, () => {
      const { population, f } = randomProblem(one, options);
      return inequalityRatio(lossVariances(population, f));
    });
    const found = searchViolations(all, 20, options);
    expect(found.smallestRatio).toBe(Math.min(...ratios));
    expect(found.violations).toBe(ratios.filter((ratio) => ratio < 1).length);
    expect(all.uniform(1)).toEqual(one.uniform(1));
  });

  it("refuses a noise floor of one half, where no formula has a variance", () => {
    const options = { inputs: 2, scale: 1, noiseFloor: 0.5 };
    expect(() => searchViolations(seededStream("coins"), 1, options)).toThrow(
      /^noiseFloor must be below 0.5, got 0.5$/,
    );
  });
});

describe("identityError", () => {
  it("finds the identity of claim 11 true to 1e-12 on 2000 random problems", () => {
    const options = { inputs: 6, scale: 5 };
    expect(identityError(seededStream("identity"), 2000, options)).toBeLessThan(1e-12);
  });

  it("is the largest of the problems' own errors, relative to the variance on hard labels", () => {
    const options = { inputs: 6, scale: 5 };
    const [one, all] = [seededStream("largest"), seededStream("largest")];
    const errors = Array.from({ length: 20 }, () => {
      const { population, f } = randomProblem(one, options);
      const { hard, soft, labelNoise } = lossVariances(population, f);
      return Math.abs(hard - soft - labelNoise) / hard;
    });
    expect(Math.max(...errors)).toBeGreaterThan(0);
    expect(identityError(all, 20, options)).toBe(Math.max(...errors));
    expect(all.uniform(1)).toEqual(one.uniform(1));
  });
});
