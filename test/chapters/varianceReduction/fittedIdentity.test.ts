import { describe, expect, it } from "vitest";
import {
  fittedCubic,
  fittedNetwork,
  fixedPredictor,
  randomNetwork,
} from "../../../lib/chapters/varianceReduction/fits.js";
import {
  fittedIdentities,
  fittedIdentity,
} from "../../../lib/chapters/varianceReduction/fittedIdentity.js";
import { lossVariances } from "../../../lib/chapters/varianceReduction/lossVariances.js";
import { normalPopulation } from "../../../lib/data/population.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const population = normalPopulation();
const run = (name: string, fit: Parameters<typeof fittedIdentity>[1], trials = 800) =>
  fittedIdentity(population, fit, { n: 20, trials, rng: seededStream(`test/${name}`) });

describe("fittedIdentity", () => {
  it.each([
    ["a line", (x: number) => 0.1 * x],
    ["a random network", randomNetwork(seededStream("test/network"))],
  ])("finds the identity true for a fixed f, within 4 standard errors: %s", async (name, f) => {
    const { measured, predicted, hard, soft } = await run(name, fixedPredictor(f));
    const error = Math.hypot(measured.standardError, predicted.standardError);
    expect(Math.abs(measured.value - predicted.value)).toBeLessThan(4 * error);
    const exact = lossVariances(population, f);
    expect(Math.abs(hard.value - exact.hard)).toBeLessThan(4 * hard.standardError);
    expect(Math.abs(soft.value - exact.soft)).toBeLessThan(4 * soft.standardError);
    expect(Math.abs(predicted.value - exact.labelNoise)).toBeLessThan(4 * predicted.standardError);
  });

  it.each([
    ["a cubic", fittedCubic(1), 800],
    ["a network", fittedNetwork(seededStream("test/hidden")), 300],
  ])(
    "finds it false in size and sign for an f fitted to the hard labels: %s",
    async (name, fit, trials) => {
      const { measured, predicted } = await run(name, fit, trials);
      expect(measured.value).toBeLessThan(-2 * measured.standardError);
      const error = Math.hypot(measured.standardError, predicted.standardError);
      expect(predicted.value - measured.value).toBeGreaterThan(4 * error);
    },
  );

  it("has measured = hard - soft", async () => {
    const { measured, hard, soft } = await run("difference", fixedPredictor(Math.sin), 50);
    expect(measured.value).toBeCloseTo(hard.value - soft.value, 12);
  });

  it("knows the loss of a predictor that is always log 2", async () => {
    const { meanLoss, measured } = await run(
      "zero",
      fixedPredictor(() => 0),
      5,
    );
    expect(meanLoss.value).toBeCloseTo(Math.LN2, 14);
    expect(measured.value).toBeCloseTo(0, 14);
  });
});

describe("fittedIdentities", () => {
  const fits = { zero: fixedPredictor(() => 0), sine: fixedPredictor(Math.sin) };
  const options = { n: 5, trials: 4, name: "test/rows" };

  it("gives one labelled row a fit, all on the same training sets", async () => {
    const rows = await fittedIdentities(
      population,
      { ...fits, again: fixedPredictor(Math.sin) },
      options,
    );
    expect(rows.map(({ label }) => label)).toEqual(["zero", "sine", "again"]);
    expect(rows[2].hard).toEqual(rows[1].hard);
  });

  it("counts its progress over all fits", async () => {
    const told: number[] = [];
    const onProgress = (done: number) => void told.push(done);
    await fittedIdentities(population, fits, { ...options, onProgress });
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
