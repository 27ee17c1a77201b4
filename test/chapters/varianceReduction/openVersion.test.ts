import { describe, expect, it } from "vitest";
import { lossVariances } from "../../../lib/chapters/varianceReduction/lossVariances.js";
import { sampledVariances } from "../../../lib/chapters/varianceReduction/sampledVariances.js";
import { normalPopulation } from "../../../lib/data/population.js";
import { binaryCrossEntropy, lossAtMeanLabel } from "../../../lib/losses/binaryCrossEntropy.js";
import type { Rng } from "../../../lib/random/rng.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { varianceAndStandardError } from "../../../lib/statistics/estimate.js";

// The cell of 02-variance-reduction that draws one training set and its three losses.
const population = normalPopulation();
const line = (x: number) => 0.1 * x;
function threeLosses(rng: Rng) {
  const x = population.sample(rng, 20);
  const eta = x.map(population.eta);
  const y = rng.bernoulli(eta);
  const mean = (loss: (z: number, i: number) => number) =>
    x.map(line).reduce((sum, z, i) => sum + loss(z, i), 0) / x.length;
  return {
    hard: mean((z, i) => binaryCrossEntropy(y[i], z)),
    postFormula: mean((z, i) => lossAtMeanLabel(eta[i], z)),
    soft: mean((z, i) => binaryCrossEntropy(eta[i], z)),
  };
}

describe("one training set after another, in the open", () => {
  const rng = seededStream("02/monte-carlo");
  const rows = Array.from({ length: 4000 }, () => threeLosses(rng));

  it.each(["hard", "postFormula", "soft"] as const)("gives sampledVariances' %s", (kind) => {
    const { value, standardError } = varianceAndStandardError(rows.map((row) => row[kind]));
    const options = { n: 20, trials: 4000, rng: seededStream("02/monte-carlo") };
    const sampled = sampledVariances(population, line, options)[kind];
    expect(20 * value).toBeCloseTo(sampled.value, 12);
    expect(20 * standardError).toBeCloseTo(sampled.standardError, 12);
    // And the integrals, which other tests compare with SciPy, within four standard errors.
    expect(Math.abs(20 * value - lossVariances(population, line)[kind])).toBeLessThan(
      80 * standardError,
    );
  });
});
