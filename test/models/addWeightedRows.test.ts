import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWeightedRows } from "../../lib/models/addWeightedRows.js";

describe("addWeightedRows", () => {
  it("adds 2 · (1, 2) + 3 · (5, 6) to one row and skips the zero", () => {
    const out = Float64Array.of(9, 100, 200, 9);
    addWeightedRows(
      { out, start: 1, width: 2 },
      { values: Float64Array.of(2, 0, 3), first: 0, stride: 1, count: 3 },
      Float64Array.of(1, 2, 3, 4, 5, 6),
    );
    expect([...out]).toEqual([9, 117, 222, 9]);
  });

  it("reads a column with a stride", () => {
    const out = new Float64Array(1);
    const values = Float64Array.of(0, 1, 0, 2, 0, 3);
    addWeightedRows(
      { out, start: 0, width: 1 },
      { values, first: 1, stride: 2, count: 3 },
      values.subarray(3),
    );
    expect(out[0]).toBe(1 * 2 + 2 * 0 + 3 * 3);
  });

  it("is exact on whole numbers for any count of rows, in blocks of four or not", () => {
    const whole = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(whole, whole, whole), { maxLength: 14 }), (table) => {
        const out = new Float64Array(2);
        const values = Float64Array.from(table, ([v]) => v);
        const rows = Float64Array.from(table.flatMap(([, a, b]) => [a, b]));
        addWeightedRows(
          { out, start: 0, width: 2 },
          { values, first: 0, stride: 1, count: table.length },
          rows,
        );
        const sums = [1, 2].map((k) => table.reduce((sum, row) => sum + row[0] * row[k], 0));
        expect([out[0], out[1]]).toEqual(sums);
      }),
    );
  });
});
