import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spans, weightScale } from "../../lib/models/uniqueOptimum.js";

const rowsOf = (rows: number[][]) => () => rows.map((row) => Float64Array.from(row));

describe("spans(size, rows)", () => {
  it.each([
    [0, [], true],
    [1, [], false],
    [1, [[0], [1e-300]], true],
    [
      2,
      [
        [1, 2],
        [2, 4],
      ],
      false,
    ],
    [
      2,
      [
        [1, 2],
        [2, 4],
        [0, 1e-200],
      ],
      true,
    ],
    [
      2,
      [
        [1, 0],
        [2, 0],
      ],
      false,
    ],
    [
      3,
      [
        [1, 0, 1],
        [0, 1, 1],
        [1, 1, 2],
      ],
      false,
    ],
    [
      3,
      [
        [1, 0, 1],
        [0, 1, 1],
        [1, 1, 3],
      ],
      true,
    ],
  ])("of %d columns and rows %j is %s", (size, rows, expected) => {
    expect(spans(size, rowsOf(rows))).toBe(expected);
  });

  it("does not depend on the scales of rows and columns", () => {
    const exponents = fc.array(fc.integer({ min: -70, max: 70 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(exponents, exponents, fc.boolean(), (byRow, byColumn, dependent) => {
        const rows = [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, dependent ? 9 : 10],
        ];
        const scaled = rows.map((row, i) => row.map((v, j) => v * 2 ** (byRow[i] + byColumn[j])));
        expect(spans(3, rowsOf(scaled))).toBe(!dependent);
      }),
    );
  });
});

describe("weightScale(weights)", () => {
  it("is a power of two that brings the largest weight into [1, 2)", () => {
    expect([[0.25, 0.125], [1, 1], [3], [0, 0]].map(weightScale)).toEqual([4, 1, 0.5, 1]);
    for (const weight of [5e-324, 1e-170, 1e308]) {
      expect(Number.isFinite(1 / weightScale([weight]))).toBe(true);
    }
    expect(1e308 * weightScale([1e308])).toBeLessThan(2);
  });
});
