import { describe, expect, it } from "vitest";
import { polynomialFeatures } from "../../lib/models/features.js";
import { decisionFunction } from "../../lib/models/linearModel.js";
import { horner, polynomialAt } from "../../lib/models/polynomialAt.js";

describe("polynomialAt", () => {
  it("evaluates 1 + x² at 3", () => {
    expect(polynomialAt({ weights: Float64Array.of(0, 1), intercept: 1 }, 3)).toBe(10);
  });

  it("is the intercept alone without weights", () => {
    expect(polynomialAt({ weights: new Float64Array(), intercept: 2.5 }, 7)).toBe(2.5);
  });

  it("agrees with the design matrix of the same polynomial", () => {
    const model = { weights: Float64Array.of(0.5, -2, 0.25), intercept: -1 };
    const x = [-20, -0.5, 0, 3, 31];
    const values = decisionFunction(model, polynomialFeatures(x, 3));
    x.forEach((input, i) => {
      expect(polynomialAt(model, input)).toBeCloseTo(values[i], 9);
    });
  });
});

describe("horner(model, inputs)", () => {
  it.each([0, 1, 3, 4, 9])("is polynomialAt at each of %d inputs, digit for digit", (n) => {
    const model = { weights: Float64Array.of(0.5, -2, 0.25), intercept: -1 };
    const inputs = Float64Array.from({ length: n }, (_, i) => 7 / (i + 3) - 1);
    expect(horner(model, inputs)).toEqual(inputs.map((x) => polynomialAt(model, x)));
  });
});
