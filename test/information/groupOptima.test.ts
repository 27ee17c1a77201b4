import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupOptima } from "../../lib/information/groupOptima.js";

const points = (...values: number[][]) => values.map((value) => Float64Array.from(value));

describe("groupOptima", () => {
  it("groups what is equal up to rounding and reports both sides of the gap", () => {
    const { groupOf, representatives, largestSameGap, smallestDifferentGap } = groupOptima(
      points([4, 0], [4 * (1 + 2e-15), 0], [2, 0], [4, 1]),
    );
    expect(groupOf[0]).toBe(groupOf[1]);
    expect(new Set(groupOf).size).toBe(3);
    expect(representatives.length).toBe(3);
    expect(largestSameGap).toBeGreaterThan(1e-15);
    expect(largestSameGap).toBeLessThan(3e-15);
    expect(smallestDifferentGap).toBeCloseTo(0.25, 12);
  });

  it("agrees with comparing all pairs, on lattices with rounding noise", () => {
    const coordinate = fc.integer({ min: -3, max: 3 });
    const noise = fc.double({ min: -1e-14, max: 1e-14, noNaN: true });
    const point = fc.tuple(coordinate, coordinate, noise);
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), (random) => {
        // A corner that is always there gives the distances their scale.
        const list = [[3, 3, 0], ...random];
        const { groupOf, smallestDifferentGap } = groupOptima(
          list.map(([a, b, e]) => Float64Array.of(a + e, b)),
        );
        let nearest = Infinity;
        list.forEach(([a, b], i) => {
          list.forEach(([c, d], j) => {
            expect(groupOf[i] === groupOf[j]).toBe(a === c && b === d);
            const gap = Math.max(Math.abs(a - c), Math.abs(b - d));
            if (gap > 0) nearest = Math.min(nearest, gap / 3);
          });
        });
        if (nearest === Infinity) expect(smallestDifferentGap).toBe(Infinity);
        else expect(smallestDifferentGap).toBeCloseTo(nearest, 10);
      }),
    );
  });

  it("groups optima that differ by the tolerance in every one of many coordinates", () => {
    const [a, b] = [0, 0.9e-11].map((noise) => Float64Array.from({ length: 6 }, () => 1 - noise));
    expect(groupOptima([a, b]).representatives.length).toBe(1);
  });

  it("finds different optima that fall together along most directions", () => {
    const grid = Array.from({ length: 64 }, (_, k) => Float64Array.of(k % 4, (k >> 2) % 4, k >> 4));
    expect(groupOptima(grid).representatives.length).toBe(64);
  });

  it("gives one group, and an infinite distance, where all are equal", () => {
    const { groupOf, smallestDifferentGap, largestSameGap } = groupOptima(points([1], [1], [1]));
    expect([...groupOf]).toEqual([0, 0, 0]);
    expect(smallestDifferentGap).toBe(Infinity);
    expect(largestSameGap).toBe(0);
  });

  it("groups optima of zeros, and of no parameters at all", () => {
    expect(groupOptima(points([0, 0], [0, 0])).representatives.length).toBe(1);
    expect(groupOptima(points([], [])).representatives.length).toBe(1);
  });

  it("leaves out label vectors that cannot occur", () => {
    const { groupOf } = groupOptima([undefined, Float64Array.of(1), undefined]);
    expect([...groupOf]).toEqual([-1, 0, -1]);
  });

  it("measures against the largest parameter", () => {
    expect(groupOptima(points([1e6], [1e6 + 1e-7])).representatives.length).toBe(1);
    expect(groupOptima(points([1], [1 + 1e-7])).representatives.length).toBe(2);
  });

  it.each([1.5e-11, 5e-11, 9.9e-11])("refuses optima %s apart at a tolerance of 1e-11", (gap) => {
    const call = () => groupOptima(points([4], [4 - 4 * gap]));
    expect(call).toThrow(RangeError);
    expect(call).toThrow(/^tolerance 1e-11 .*apart/);
    expect(call).toThrow(` ${gap.toExponential(1)} apart`);
  });

  it("refuses a chain of optima, each equal to the next and the ends different", () => {
    const chain = Array.from({ length: 5 }, (_, i) => Float64Array.of(1 - i * 0.9e-11));
    expect(() => groupOptima(chain)).toThrow(/does not tell equal optima/);
  });

  it("takes another tolerance, 0 for bitwise equality included", () => {
    const pair = points([1], [1 - 5e-11]);
    expect(groupOptima(pair, { tolerance: 1e-9 }).representatives.length).toBe(1);
    expect(groupOptima(pair, { tolerance: 1e-12 }).representatives.length).toBe(2);
    expect(
      groupOptima(points([1], [1], [1 + 3e-16]), { tolerance: 0 }).representatives.length,
    ).toBe(2);
  });

  it("groups 65 536 optima all equal, all different or in between", () => {
    const spread = (values: number) =>
      Array.from({ length: 65536 }, (_, k) => Float64Array.of(k % values, (k * 7) % values));
    for (const values of [1, 256, 65536]) {
      expect(groupOptima(spread(values)).representatives.length).toBe(values);
    }
  });
});
