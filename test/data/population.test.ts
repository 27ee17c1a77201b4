import { describe, expect, it } from "vitest";
import { finitePopulation, normalPopulation } from "../../lib/data/population.js";
import { seededStream } from "../../lib/random/seededStream.js";

describe("finitePopulation", () => {
  it("keeps its probabilities and label probabilities under the inputs 0, 1, 2", () => {
    const population = finitePopulation([0.2, 0.3, 0.5], [0, 1, 0.25]);
    expect([...population.points]).toEqual([0, 1, 2]);
    expect([...population.weights]).toEqual([0.2, 0.3, 0.5]);
    expect([0, 1, 2].map(population.eta)).toEqual([0, 1, 0.25]);
  });

  it("draws each input as often as its probability says, within 4 standard errors", () => {
    const probabilities = [0.1, 0, 0.6, 0.3];
    const draws = finitePopulation(probabilities, [0, 0, 0, 0]).sample(
      seededStream("draws"),
      20000,
    );
    probabilities.forEach((p, input) => {
      const share = draws.filter((x) => x === input).length / draws.length;
      const error = Math.sqrt((p * (1 - p)) / draws.length);
      expect(Math.abs(share - p)).toBeLessThanOrEqual(4 * error);
    });
  });

  it("draws from a support of one input", () => {
    expect([...finitePopulation([1], [0.5]).sample(seededStream("one"), 3)]).toEqual([0, 0, 0]);
  });

  it("accepts probabilities that miss 1 by rounding", () => {
    expect(finitePopulation(new Array(10).fill(0.1), new Array(10).fill(0.5)).points).toHaveLength(
      10,
    );
  });
});

describe("normalPopulation", () => {
  it("integrates E x² to the variance", () => {
    const { points, weights } = normalPopulation(3);
    const second = weights.reduce((sum, w, i) => sum + w * points[i] ** 2, 0);
    // The quadrature stops at 6 standard deviations, beyond which x² has 8e-8 of its mean.
    expect(second / 9).toBeCloseTo(1, 6);
  });

  it("draws inputs of its own scale", () => {
    const draws = normalPopulation(3).sample(seededStream("normal"), 10000);
    const second = draws.reduce((sum, x) => sum + x * x, 0) / draws.length;
    // The standard error of a mean square of 10 000 normals is sqrt(2 / 10 000) of it.
    expect(Math.abs(second / 9 - 1)).toBeLessThan(4 * Math.sqrt(2 / 10000));
  });

  it("has the post's label probabilities unless told otherwise", () => {
    expect(normalPopulation().eta(Math.PI / 2)).toBeCloseTo(0.9, 12);
    expect(normalPopulation(1, () => 0.3).eta(5)).toBe(0.3);
  });
});
