import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type LossVariances,
  logitAt,
  lossVariances,
} from "../../../lib/chapters/varianceReduction/lossVariances.js";
import { finitePopulation, normalPopulation } from "../../../lib/data/population.js";
import { softplus } from "../../../lib/losses/softplus.js";
import { expectStated, stated } from "../../support/claims.js";
import { golden } from "../../support/golden.js";

interface Golden {
  line: LossVariances;
  wave: LossVariances;
  finite: ({ probabilities: number[]; eta: number[]; logits: number[] } & LossVariances)[];
}
const { line, wave, finite } = golden<Golden>("variance");

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const input = fc.record({
  weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
  eta: probability,
  logit: fc.double({ min: -30, max: 30, noNaN: true }),
});
const problems = fc.array(input, { minLength: 1, maxLength: 8 }).map((inputs) => {
  const total = inputs.reduce((sum, { weight }) => sum + weight, 0);
  const population = finitePopulation(
    inputs.map(({ weight }) => weight / total),
    inputs.map(({ eta }) => eta),
  );
  return { population, f: (x: number) => inputs[x].logit };
});

describe("lossVariances", () => {
  it("gives claim 10's counterexample, 20.183 < 21.655, with claim 11's parts 19.683 + 0.5", () => {
    const v = lossVariances(finitePopulation([0.5, 0.5], [1, 0.5]), (x) => [-10, 2][x]);
    expectStated(10, "hard", v.hard);
    expectStated(10, "postFormula", v.postFormula);
    expect(stated(10, "hard")).toBeLessThan(stated(10, "postFormula"));
    expectStated(11, "hard", v.hard);
    expectStated(11, "soft", v.soft);
    // By hand: half of the inputs have a fair coin at f = 2, so 1/2 · 1/4 · 4.
    expect(stated(11, "labelNoise")).toBe(0.5);
    expect(v.labelNoise).toBe(0.5);
  });

  it("gives the counterexample's variances as worked by hand from the three losses", () => {
    const v = lossVariances(finitePopulation([0.5, 0.5], [1, 0.5]), (x) => [-10, 2][x]);
    const [sure, low, high] = [10, -2, 2].map((z) => Math.log(1 + Math.exp(z)));
    const mean = sure / 2 + low / 4 + high / 4;
    const second = sure ** 2 / 2 + low ** 2 / 4 + high ** 2 / 4;
    expect(v.hard).toBeCloseTo(second - mean ** 2, 12);
    expect(v.postFormula).toBeCloseTo((sure - Math.LN2) ** 2 / 4, 12);
    expect(v.mean).toBeCloseTo(mean, 13);
  });

  it.each(finite)("agrees with NumPy on finite problem %#", (c) => {
    const v = lossVariances(finitePopulation(c.probabilities, c.eta), (x) => c.logits[x]);
    for (const key of ["hard", "postFormula", "soft"] as const) {
      expect(Math.abs(v[key] - c[key])).toBeLessThanOrEqual(1e-12 * (1 + c[key]));
    }
  });

  it.each([
    ["the line x / 10", (x: number) => 0.1 * x, line],
    ["the wave 2 sin x", (x: number) => 2 * Math.sin(x), wave],
  ])("agrees with SciPy's quadrature on the post's population for %s", (_, f, expected) => {
    const v = lossVariances(normalPopulation(), f);
    for (const key of Object.keys(expected) as (keyof LossVariances)[]) {
      // The grid leaves out what lies beyond six standard deviations: up to 1e-7 of E x².
      expect(Math.abs(v[key] - expected[key]), key).toBeLessThan(1e-7);
    }
  });

  it("obeys the identity of claim 11 on random finite problems, to 1e-12", () => {
    fc.assert(
      fc.property(problems, ({ population, f }) => {
        const { hard, soft, labelNoise } = lossVariances(population, f);
        expect(Math.abs(hard - soft - labelNoise)).toBeLessThanOrEqual(1e-12 * (hard + 1e-6));
      }),
      { numRuns: 500 },
    );
  });

  it("orders the means as Jensen says", () => {
    fc.assert(
      fc.property(problems, ({ population, f }) => {
        const { mean, postFormulaMean } = lossVariances(population, f);
        expect(postFormulaMean).toBeLessThanOrEqual(mean + 1e-12);
      }),
    );
  });

  it("agrees with all samples of three examples, enumerated: the mean has a third of the variance", () => {
    const [probabilities, eta, logits] = [
      [0.3, 0.7],
      [0.9, 0.4],
      [1.5, -3],
    ];
    const examples = [0, 1].flatMap((x) =>
      [1, -1].map((y) => ({
        chance: probabilities[x] * (y === 1 ? eta[x] : 1 - eta[x]),
        loss: softplus(-y * logits[x]),
      })),
    );
    const samples = examples.flatMap((a) =>
      examples.flatMap((b) =>
        examples.map((c) => ({
          chance: a.chance * b.chance * c.chance,
          loss: (a.loss + b.loss + c.loss) / 3,
        })),
      ),
    );
    const mean = samples.reduce((sum, s) => sum + s.chance * s.loss, 0);
    const variance = samples.reduce((sum, s) => sum + s.chance * (s.loss - mean) ** 2, 0);
    const v = lossVariances(finitePopulation(probabilities, eta), (x) => logits[x]);
    expect(v.hard / 3).toBeCloseTo(variance, 14);
    expect(v.mean).toBeCloseTo(mean, 14);
  });

  it("has no label noise where every label is sure, and then both sides are equal", () => {
    const v = lossVariances(finitePopulation([0.4, 0.6], [0, 1]), (x) => [3, -1][x]);
    expect(v.labelNoise).toBe(0);
    expect(v.hard).toBeCloseTo(v.postFormula, 14);
    expect(v.hard).toBeCloseTo(v.soft, 14);
  });

  it("has no variance at all for f = 0", () => {
    const v = lossVariances(finitePopulation([0.4, 0.6], [0.2, 0.9]), () => 0);
    expect([v.hard, v.postFormula, v.soft, v.labelNoise]).toEqual([0, 0, 0, 0]);
  });

  it.each([[Number.NaN], [Infinity], [-Infinity]])("refuses f(x) = %d, naming x", (value) => {
    const population = finitePopulation([0.5, 0.5], [0, 1]);
    const call = () => lossVariances(population, (x) => (x === 1 ? value : 0));
    expect(call).toThrow(RangeError);
    expect(call).toThrow(`f(1) must be finite, got ${value}`);
  });
});

describe("logitAt", () => {
  it("gives f(x)", () => expect(logitAt((x) => x * x, 3)).toBe(9));
});
