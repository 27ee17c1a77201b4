import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { columnScales } from "../../lib/models/designMatrix.js";

describe("columnScales(design)", () => {
  it("is the largest absolute value of each column, 1 for zeros", () => {
    const design = new Matrix([
      [1, -27_000, 0],
      [-3, 5, 0],
    ]);
    expect(columnScales(design)).toEqual(Float64Array.of(3, 27_000, 1));
  });
});
