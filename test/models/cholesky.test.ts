import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { decompose, solve } from "../../lib/models/cholesky.js";
import { seededStream } from "../../lib/random/seededStream.js";

const rng = seededStream("test/cholesky");

/** F Fᵀ of a random F with k rows: positive definite if F has at least as many columns. */
function product(k: number, columns: number): Matrix {
  const factor = new Matrix(Array.from({ length: k }, () => [...rng.normal(columns)]));
  return factor.mmul(factor.transpose());
}

describe("decompose(matrix, k) and solve(factor, column)", () => {
  it.each([1, 2, 5, 30])("are ml-matrix's to the last digit, %d rows", (k) => {
    const matrix = product(k, k + 2);
    const column = rng.normal(k);
    const theirs = new CholeskyDecomposition(matrix);
    const factor = Float64Array.from(matrix.to1DArray());
    expect(decompose(factor, k)).toBe(true);
    for (let i = 0; i < k; i++)
      for (let j = 0; j <= i; j++)
        expect(factor[i * k + j]).toBe(theirs.lowerTriangularMatrix.get(i, j));
    const solution = theirs.solve(Matrix.columnVector(column)).getColumn(0);
    expect(Array.from(solve(factor, column))).toEqual(solution);
  });

  it("read the lower triangle alone: 4 a + 2 b = 2 and 2 a + 2 b = 3", () => {
    const factor = Float64Array.of(4, NaN, 2, 2);
    expect(decompose(factor, 2)).toBe(true);
    expect(solve(factor, Float64Array.of(2, 3))).toEqual(Float64Array.of(-0.5, 2));
  });

  it.each([
    ["negative", [-1], 1],
    ["singular", [1, 1, 1, 1], 2],
    ["indefinite", [1, 2, 2, 1], 2],
    ["not of numbers", [1, 0, NaN, 1], 2],
  ])("decompose tells a matrix that is %s", (_, matrix, k) => {
    expect(decompose(Float64Array.from(matrix), k)).toBe(false);
  });
});
