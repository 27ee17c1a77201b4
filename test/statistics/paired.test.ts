import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairedDifference } from "../../lib/statistics/paired.js";

describe("pairedDifference(a, b)", () => {
  it("gives the example of its documentation: differences 2 and 4", () => {
    expect(pairedDifference([3, 5], [1, 1])).toEqual({
      value: 3,
      standardError: 1,
      count: 2,
      wins: 2,
    });
  });

  it("gives the hand-worked error: 1, 2, 3, 6 about 3 have squares 14, so sqrt(14 / 3) / 2", () => {
    const { value: mean, standardError } = pairedDifference([1, 2, 3, 6], [0, 0, 0, 0]);
    expect(mean).toBe(3);
    expect(standardError).toBeCloseTo(Math.sqrt(14 / 3) / 2, 15);
  });

  it("counts a tie as not larger", () => {
    expect(pairedDifference([1, 2, 0], [1, 1, 1])).toMatchObject({ count: 3, wins: 1 });
  });

  it("has no error where all differences are equal", () => {
    expect(pairedDifference([2, 3, 4], [1, 2, 3])).toMatchObject({ value: 1, standardError: 0 });
  });

  it("changes only its sign when the sides change places", () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    const pairs = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(pairs, (list) => {
        const [a, b] = [list.map((pair) => pair[0]), list.map((pair) => pair[1])];
        const [one, other] = [pairedDifference(a, b), pairedDifference(b, a)];
        expect(one.value + other.value).toBeCloseTo(0, 12);
        expect(one.standardError).toBeCloseTo(other.standardError, 10);
        const ties = list.filter(([x, y]) => x === y).length;
        expect(one.wins + other.wins + ties).toBe(list.length);
      }),
      { seed: 1 },
    );
  });
});
