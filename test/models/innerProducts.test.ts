import { describe, expect, it } from "vitest";
import { addProducts, dot } from "../../lib/models/innerProducts.js";

describe("dot(a, b)", () => {
  it("is the inner product, 0 for empty vectors", () => {
    expect(dot(Float64Array.of(1, 2, 3), Float64Array.of(4, -5, 6))).toBe(12);
    expect(dot(new Float64Array(), new Float64Array())).toBe(0);
  });
});

describe("addProducts(sums, start, vector, columns, count)", () => {
  it.each([1, 3, 4, 6])(
    "adds the first %i inner products behind the start, and leaves the rest",
    (count) => {
      const columns = [1, 2, 3, 4, 5, 6].map((k) => Float64Array.of(k, -1));
      const sums = new Float64Array(8).fill(100);
      addProducts(sums, 1, Float64Array.of(10, 3), columns, count);
      const expected = [107, 117, 127, 137, 147, 157].fill(100, count);
      expect([...sums]).toEqual([100, ...expected, 100]);
    },
  );
});
