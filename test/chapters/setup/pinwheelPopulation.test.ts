import { describe, expect, it } from "vitest";
import {
  pinwheelPopulation,
  pinwheelTruth,
  planeGrid,
} from "../../../lib/chapters/setup/pinwheel.js";

const grid = planeGrid(60);
const expectation = (f: (x1: number, x2: number) => number) =>
  grid.weights.reduce((sum, w, i) => sum + w * f(grid.x1[i], grid.x2[i]), 0);

describe("planeGrid", () => {
  it("has weights that sum to 1", () => {
    expect(expectation(() => 1)).toBeCloseTo(1, 13);
  });

  it.each([
    ["x1²", (x1: number) => x1 * x1, 1],
    ["x1 x2", (x1: number, x2: number) => x1 * x2, 0],
    ["x1² x2²", (x1: number, x2: number) => x1 * x1 * x2 * x2, 1],
    ["cos(x1 + x2)", (x1: number, x2: number) => Math.cos(x1 + x2), Math.exp(-1)],
  ])("integrates %s as the normal distribution does", (_, f, expected) => {
    // What ±6 standard deviations leave out is worth less than 1e-6 for these functions.
    expect(Math.abs(expectation(f) - expected)).toBeLessThan(1e-6);
  });

  it("runs through the second coordinate fastest", () => {
    const small = planeGrid(2);
    expect([...small.x1]).toEqual([-6, -6, -6, 0, 0, 0, 6, 6, 6]);
    expect([...small.x2]).toEqual([-6, 0, 6, -6, 0, 6, -6, 0, 6]);
  });
});

describe("pinwheelPopulation", () => {
  it("has the true probabilities at the grid's points", () => {
    const { x1, x2, eta } = pinwheelPopulation(3);
    expect(x1).toEqual(planeGrid(3).x1);
    expect(eta).toEqual(pinwheelTruth.probabilities({ x1, x2 }));
  });
});
