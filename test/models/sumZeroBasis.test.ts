import { describe, expect, it } from "vitest";
import { sumZeroBasis } from "../../lib/models/softmaxObjective.js";

describe("sumZeroBasis", () => {
  it("is ± 1/√2 for two classes", () => {
    const basis = sumZeroBasis(2);
    expect(basis[0][0]).toBeCloseTo(Math.SQRT1_2, 15);
    expect(basis[1][0]).toBeCloseTo(-Math.SQRT1_2, 15);
  });

  it.each([2, 3, 7])("has %d - 1 orthonormal columns that each sum to 0", (classes) => {
    const basis = sumZeroBasis(classes);
    expect(basis).toHaveLength(classes);
    for (let a = 0; a < classes - 1; a++) {
      const column = basis.map((row) => row[a]);
      expect(column.reduce((x, y) => x + y)).toBeCloseTo(0, 14);
      for (let b = 0; b < classes - 1; b++) {
        const product = basis.reduce((sum, row) => sum + row[a] * row[b], 0);
        expect(product).toBeCloseTo(a === b ? 1 : 0, 14);
      }
    }
  });
});
