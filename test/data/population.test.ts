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

  it.each([
    ["an empty support", () => finitePopulation([], []), /probabilities must not be empty/],
    [
      "probabilities that do not add up to 1",
      () => finitePopulation([0.5, 0.4], [0, 1]),
      /probabilities must add up to 1, got a sum of 0\.9/,
    ],
    [
      "a negative probability",
      () => finitePopulation([-0.5, 1.5], [0, 1]),
      /probabilities\[0\].*-0\.5/,
    ],
    ["NaN", () => finitePopulation([Number.NaN, 1], [0, 1]), /probabilities\[0\].*NaN/],
    ["an eta above 1", () => finitePopulation([0.5, 0.5], [0, 1.1]), /eta\[1\].*1\.1/],
    ["lengths that differ", () => finitePopulation([0.5, 0.5], [0]), /eta must have.*\(2\), got 1/],
    [
      "an input it does not have",
      () => finitePopulation([1], [0]).eta(1),
      /x must be.*0 to 0, got 1/,
    ],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
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

  it("refuses a label probability outside [0, 1], naming the input", () => {
    expect(() => normalPopulation(1, (x) => x).eta(2)).toThrow(
      /eta\(2\) must be in \[0, 1\], got 2/,
    );
  });

  it("refuses a scale that is not above 0", () => {
    expect(() => normalPopulation(0)).toThrow(/scale/);
  });
});
