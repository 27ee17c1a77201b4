import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { decisionFunction } from "../../lib/models/linearModel.js";

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
});
