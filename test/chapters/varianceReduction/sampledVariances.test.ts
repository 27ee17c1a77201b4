import { describe, expect, it } from "vitest";
import { lossVariances } from "../../../lib/chapters/varianceReduction/lossVariances.js";
import {
  compareWithExact,
  sampledVariances,
} from "../../../lib/chapters/varianceReduction/sampledVariances.js";
import { finitePopulation, normalPopulation } from "../../../lib/data/population.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const line = (x: number) => 0.1 * x;
const wave = (x: number) => 2 * Math.sin(x);

describe("sampledVariances", () => {
  it.each([
    ["the line on the post's data", normalPopulation(), line],
    ["the wave on the post's data", normalPopulation(), wave],
    ["the counterexample", finitePopulation([0.5, 0.5], [1, 0.5]), (x: number) => [-10, 2][x]],
  ])("agrees with the exact values within 4 standard errors: %s", (name, population, f) => {
    const rng = seededStream(`test/${name}`);
    const sampled = sampledVariances(population, f, { n: 20, trials: 3000, rng });
    for (const { quantity, zScore } of compareWithExact(lossVariances(population, f), sampled)) {
      expect(Math.abs(zScore), quantity).toBeLessThan(4);
    }
  });

  it("does not depend on n but through noise, being multiplied by it", () => {
    const at = (n: number) =>
      sampledVariances(normalPopulation(), line, { n, trials: 3000, rng: seededStream(`n${n}`) });
    const [one, many] = [at(1).hard, at(30).hard];
    const apart = Math.abs(one.value - many.value);
    expect(apart).toBeLessThan(4 * Math.hypot(one.standardError, many.standardError));
  });

  it("gives the same numbers for the same stream", () => {
    const run = () =>
      sampledVariances(normalPopulation(), line, { n: 5, trials: 10, rng: seededStream("same") });
    expect(run()).toEqual(run());
  });

  it("draws one training set a trial", () => {
    let drawn = 0;
    const population = finitePopulation([1], [0.5]);
    const counting = {
      ...population,
      sample: (...args: Parameters<typeof population.sample>) => {
        drawn++;
        return population.sample(...args);
      },
    };
    sampledVariances(counting, () => 1, { n: 2, trials: 7, rng: seededStream("counted") });
    expect(drawn).toBe(7);
  });
});

describe("compareWithExact", () => {
  it("counts how many standard errors a simulation is above the exact value", () => {
    const exact = lossVariances(finitePopulation([1], [0.5]), () => 2);
    const estimate = { value: 1.5, standardError: 0.25 };
    const sampled = { hard: estimate, postFormula: estimate, soft: estimate, labelNoise: estimate };
    // The exact variance on hard labels is 0.25 · 2² = 1.
    const [hard] = compareWithExact(exact, sampled);
    expect(hard.exact).toBeCloseTo(1, 14);
    expect(hard.zScore).toBeCloseTo(2, 12);
  });
});
