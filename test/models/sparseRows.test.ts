import { expect, it } from "vitest";
import { sparseRows } from "../../lib/models/sparseRows.js";

it("sparseRows leaves zeros out and puts a 1 for the biases in front of each row", () => {
  const { starts, columns, values } = sparseRows(Float64Array.of(0, 5, 0, 0, 7, 8), 2);
  expect([...starts]).toEqual([0, 2, 3, 6]);
  expect([...values]).toEqual([1, 5, 1, 1, 7, 8]);
  expect([...columns]).toEqual([0, 2, 0, 0, 1, 2]);
});
