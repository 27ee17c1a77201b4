import { expect, it } from "vitest";
import { fillSparse } from "../../lib/models/sparseRows.js";

it("fillSparse leaves zeros out and puts a 1 for the biases in front of each row", () => {
  const values = new Float64Array(6);
  const columns = new Int32Array(6);
  const starts = fillSparse(Float64Array.of(0, 5, 0, 0, 7, 8), 2, values, columns);
  expect([...starts]).toEqual([0, 2, 3, 6]);
  expect([...values]).toEqual([1, 5, 1, 1, 7, 8]);
  expect([...columns]).toEqual([0, 2, 0, 0, 1, 2]);
});
