import { describe, expect, it } from "vitest";
import { normalGrid } from "../../lib/data/normalGrid.js";

const expectation = (f: (x: number) => number, scale: number) => {
  const { points, weights } = normalGrid(scale);
  return points.reduce((sum, x, i) => sum + weights[i] * f(x), 0);
};

describe("normalGrid(scale, intervals)", () => {
  it("spaces the points equally over six standard deviations to either side", () => {
    expect(normalGrid(1, 2).points).toEqual(Float64Array.of(-6, 0, 6));
    expect(normalGrid(10, 4).points).toEqual(Float64Array.of(-60, -30, 0, 30, 60));
  });

  it("weighs the points as the density does, adding up to 1", () => {
    const { weights } = normalGrid(1, 2);
    const ratio = Math.exp(-18);
    expect(weights[0] / weights[1]).toBeCloseTo(ratio, 15);
    expect(weights[2]).toBe(weights[0]);
    expect(normalGrid(3).weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  });

  // What is left out beyond six deviations is 2e-9 of the mass, 7e-8 of the variance, 3e-6 of the fourth moment.
  it("gives the moments of the normal distribution", () => {
    expect(Math.abs(expectation((x) => x, 2))).toBeLessThan(1e-12);
    expect(Math.abs(expectation((x) => x * x, 2) / 4 - 1)).toBeLessThan(1e-7);
    expect(Math.abs(expectation((x) => x ** 4, 1) / 3 - 1)).toBeLessThan(3e-6);
  });

  it("gives E cos x = exp(-scale² / 2)", () => {
    for (const scale of [0.5, 1, 2]) {
      expect(Math.abs(expectation(Math.cos, scale) - Math.exp(-(scale ** 2) / 2))).toBeLessThan(
        4e-9,
      );
    }
  });
});
