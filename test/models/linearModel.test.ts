import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { decisionFunction } from "../../lib/models/linearModel.js";
import { expectRefusal, type Refusal } from "../support/refusals.js";

const model = { weights: Float64Array.of(2, -1), intercept: 0.5 };

describe("decisionFunction(model, designMatrix)", () => {
  it("is intercept + features · weights on every row", () => {
    const X = new Matrix([
      [1, 1],
      [0, 0],
      [3, -4],
    ]);
    expect(decisionFunction(model, X)).toEqual(Float64Array.of(1.5, 0.5, 10.5));
  });

  it("gives the example of its documentation", () => {
    const line = { weights: Float64Array.of(2), intercept: 1 };
    expect(decisionFunction(line, new Matrix([[3]]))).toEqual(Float64Array.of(7));
  });

  it("is the intercept where there are no features", () => {
    const constant = { weights: new Float64Array(), intercept: -3 };
    expect(decisionFunction(constant, new Matrix(2, 0))).toEqual(Float64Array.of(-3, -3));
  });

  const X = new Matrix([[1, 2]]);
  const weighing = (...weights: number[]) => ({ ...model, weights: Float64Array.from(weights) });
  const refusals: Refusal[] = [
    [
      "a weight too few",
      () => decisionFunction(weighing(1), X),
      RangeError,
      /^model\.weights .* the columns of designMatrix \(2\), got 1$/,
    ],
    [
      "a weight of NaN",
      () => decisionFunction(weighing(0, NaN), X),
      RangeError,
      /weights\[1\].*NaN$/,
    ],
    [
      "an infinite intercept",
      () => decisionFunction({ ...model, intercept: Infinity }, X),
      RangeError,
      /^model\.intercept .* got Infinity$/,
    ],
    [
      "NaN in the matrix",
      () => decisionFunction(model, new Matrix([[0, NaN]])),
      RangeError,
      /^designMatrix\[0\]\[1\] .* got NaN$/,
    ],
    [
      "no rows",
      () => decisionFunction(model, new Matrix(0, 2)),
      RangeError,
      /^designMatrix .* 0 rows/,
    ],
  ];
  it.each(refusals)("refuses %s", expectRefusal);
});
