import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inequalityRatio } from "../../../lib/chapters/varianceReduction/inequalityScan.js";
import { lossVariances } from "../../../lib/chapters/varianceReduction/lossVariances.js";
import {
  gridCertificateSlack,
  noiseThreshold,
  smallestPossibleRatio,
  worstProblem,
} from "../../../lib/chapters/varianceReduction/noiseFloor.js";
import { finitePopulation } from "../../../lib/data/population.js";

describe("smallestPossibleRatio", () => {
  it("is 9/8 at the post's noise floor of 0.1, where sqrt(0.1 / 0.9) = 1/3", () => {
    expect(smallestPossibleRatio(0.1)).toBeCloseTo(9 / 8, 12);
  });

  it("is 1/2 where labels may be sure, and 2 at 1/5", () => {
    expect(smallestPossibleRatio(0)).toBe(0.5);
    expect(smallestPossibleRatio(0.2)).toBeCloseTo(2, 12);
  });

  it("agrees with a brute search over two-input problems with the hinge loss", () => {
    const noiseFloor = 0.06;
    let least = Infinity;
    for (let p = 0.005; p < 1; p += 0.005) {
      for (let coin = 0; coin < 2; coin += 0.005) {
        // Mistake at logit 1 with eta = noiseFloor: soft (1 - floor), post 1 - 2 floor; coin: soft coin / 2, post 0.
        const between = p * (1 - p) * (1 - noiseFloor - coin / 2) ** 2;
        const noise = p * noiseFloor * (1 - noiseFloor) + ((1 - p) * coin ** 2) / 4;
        least = Math.min(least, (between + noise) / (p * (1 - p) * (1 - 2 * noiseFloor) ** 2));
      }
    }
    expect(least).toBeGreaterThanOrEqual(smallestPossibleRatio(noiseFloor) - 1e-12);
    expect(least).toBeCloseTo(smallestPossibleRatio(noiseFloor), 3);
  });
});

describe("noiseThreshold", () => {
  it("is where the smallest possible ratio is 1", () => {
    expect(smallestPossibleRatio(noiseThreshold())).toBeCloseTo(1, 12);
    expect(noiseThreshold()).toBeCloseTo(0.079, 4);
  });
});

describe("worstProblem", () => {
  it.each([0.02, 0.05, 0.1, 0.3])("comes within 0.1 % of the bound at noise floor %d", (floor) => {
    const { population, f } = worstProblem(floor, 1e4);
    const ratio = inequalityRatio(lossVariances(population, f));
    expect(ratio / smallestPossibleRatio(floor)).toBeGreaterThan(1);
    expect(ratio / smallestPossibleRatio(floor)).toBeLessThan(1.001);
  });

  it("is a counterexample without a sure label: every eta in [0.05, 0.95]", () => {
    const { population, f } = worstProblem(0.05, 100);
    expect([...population.points].map((x) => population.eta(x))).toEqual([0.05, 0.5]);
    expect(inequalityRatio(lossVariances(population, f))).toBeLessThan(1);
  });
});

describe("gridCertificateSlack", () => {
  it.each([
    [0.1, 1],
    [0.1, 1.12],
    [0.08, 1],
    [0.2, 1.99],
  ])("shows the ratio on the grid: noise floor %d, ratio %d", (floor, ratio) => {
    expect(gridCertificateSlack(floor, ratio)).toBeGreaterThanOrEqual(-1e-9);
  });

  it.each([
    [0.1, 1.14],
    [0.07, 1],
    [0, 1],
  ])("fails where a counterexample exists: noise floor %d, ratio %d", (floor, ratio) => {
    expect(gridCertificateSlack(floor, ratio)).toBeLessThan(0);
    const { population, f } = worstProblem(Math.max(floor, 0.001), 1e4);
    expect(inequalityRatio(lossVariances(population, f))).toBeLessThan(ratio);
  });

  it("is borne out by random problems at the post's noise floor", () => {
    const input = fc.record({
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      eta: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      logit: fc.double({ min: -300, max: 300, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(input, { minLength: 2, maxLength: 5 }), (inputs) => {
        const total = inputs.reduce((sum, { weight }) => sum + weight, 0);
        const population = finitePopulation(
          inputs.map(({ weight }) => weight / total),
          inputs.map(({ eta }) => eta),
        );
        const { hard, postFormula } = lossVariances(population, (x) => inputs[x].logit);
        expect(hard).toBeGreaterThanOrEqual(1.125 * postFormula - 1e-9);
      }),
      { numRuns: 300 },
    );
  });
});
