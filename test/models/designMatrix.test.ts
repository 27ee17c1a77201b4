import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { checkDesign, columnScales } from "../../lib/models/designMatrix.js";
import { expectRefusal, type Refusal } from "../support/refusals.js";

describe("checkDesign(design)", () => {
  it("lets a matrix of finite numbers pass, without columns too", () => {
    expect(() => checkDesign(new Matrix([[1, -1e300]]))).not.toThrow();
    expect(() => checkDesign(new Matrix(3, 0))).not.toThrow();
  });

  const refusals: Refusal[] = [
    ["no rows", () => checkDesign(new Matrix(0, 2)), RangeError, /^designMatrix .* got 0 rows$/],
    [
      "NaN",
      () => checkDesign(new Matrix([[0], [NaN]])),
      RangeError,
      /^designMatrix\[1\]\[0\] .* NaN$/,
    ],
    [
      "infinity",
      () => checkDesign(new Matrix([[0, -Infinity]])),
      RangeError,
      /\[0\]\[1\] .*-Infinity$/,
    ],
    [
      "what it calls by another name",
      () => checkDesign(new Matrix([[NaN]]), "X"),
      RangeError,
      /^X\[0\]/,
    ],
  ];
  it.each(refusals)("refuses %s", expectRefusal);
});

describe("columnScales(design)", () => {
  it("is the largest absolute value of each column, 1 for zeros", () => {
    const design = new Matrix([
      [1, -27_000, 0],
      [-3, 5, 0],
    ]);
    expect(columnScales(design)).toEqual(Float64Array.of(3, 27_000, 1));
  });
});
