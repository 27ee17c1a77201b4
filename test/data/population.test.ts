import { describe, expect, it } from "vitest";
import { etasAt, finitePopulation, normalPopulation } from "../../lib/data/population.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { expectRefusal } from "../support/refusals.js";

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

  it("gives each input its part of [0, 1), lower end included, and none to a probability of 0", () => {
    const rng = { ...seededStream("given"), uniform: () => Float64Array.of(0, 0.25, 0.49, 0.5, 1) };
    const draws = finitePopulation([0, 0.25, 0.25, 0.5], [0, 0, 0, 0]).sample(rng, 5);
    expect([...draws]).toEqual([1, 2, 2, 3, 3]);
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

describe("a population's eta", () => {
  const { eta } = finitePopulation([0.5, 0.5], [1, 0.5]);
  it.each([
    ["an input that there is not", () => eta(2), /^x must .* from 0 to 1, got 2$/],
    ["a function above 1", () => normalPopulation(1, () => 2).eta(5), /^eta\(5\) must .* got 2$/],
    [
      "one of the caller's own that gives no probability",
      () => etasAt({ eta: (x) => x - 1 }, Float64Array.of(1, 2, 3)),
      /^population\.eta\(x\)\[2\] must .* got 2$/,
    ],
  ])("refuses %s", (what, call, message) => expectRefusal(what, call, RangeError, message));

  it("is taken at many inputs, 0 and 1 included", () =>
    expect([...etasAt({ eta: (x) => x - 1 }, Float64Array.of(1, 1.5, 2))]).toEqual([0, 0.5, 1]));
});
