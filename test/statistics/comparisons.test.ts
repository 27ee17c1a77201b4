import { describe, expect, it } from "vitest";
import {
  correctedEstimate,
  holm,
  twoSidedQuantile,
  twoSidedTail,
} from "../../lib/statistics/comparisons.js";

describe("correctedEstimate", () => {
  it("is Nadeau and Bengio's sqrt((1/J + test/train) s²), by hand: J = 4, s² = 4/3, test/train = 1/3", () => {
    const { value, standardError } = correctedEstimate([0, 0, 2, 2], 1 / 3);
    expect(value).toBe(1);
    expect(standardError).toBeCloseTo(Math.sqrt((1 / 4 + 1 / 3) * (4 / 3)), 14);
  });

  it("is the ordinary error for independent trials", () =>
    expect(correctedEstimate([1, 3], 0)).toEqual({ value: 2, standardError: 1 }));
});

describe("Student's t", () => {
  // The 97.5 % points of the published tables, such as Abramowitz & Stegun, table 26.10.
  it.each([
    [1, 12.7062],
    [2, 4.30265],
    [3, 3.18245],
    [4, 2.77645],
    [5, 2.57058],
    [10, 2.22814],
    [19, 2.09302],
    [30, 2.04227],
  ])("with %d degrees leaves 5 %% outside ±%d", (degrees, t) => {
    expect(twoSidedTail(t, degrees)).toBeCloseTo(0.05, 5);
    expect(twoSidedTail(-t, degrees)).toBeCloseTo(0.05, 5);
    expect(twoSidedQuantile(0.05, degrees)).toBeCloseTo(t, 4);
  });

  it("is 1 at 0 and 0 at infinity", () => {
    expect(twoSidedTail(0, 7)).toBe(1);
    expect(twoSidedTail(Infinity, 7)).toBeCloseTo(0, 14);
  });
});

describe("holm", () => {
  it("multiplies by what is left and never lets a larger p-value fall behind, by hand", () => {
    expect([...holm([0.01, 0.04, 0.03, 0.005])]).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it("stops at 1", () => expect([...holm([0.9, 0.8])]).toEqual([1, 1]));
});
