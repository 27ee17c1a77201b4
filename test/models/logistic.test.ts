import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { fitLogistic } from "../../lib/models/logistic.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { golden } from "../support/golden.js";

interface Case {
  X: number[][];
  t: number[];
  w: number[];
  l2: number[];
  interceptL2: number;
  weights: number[];
  intercept: number;
}
interface Golden {
  cases: Case[];
  sklearn: { X: number[][]; y: number[]; l2: number; weights: number[]; intercept: number };
}
const { cases, sklearn } = golden<Golden>("logistic");

describe("fitLogistic", () => {
  it.each(cases)("agrees with SciPy on weighted soft targets, case %#", (c) => {
    const fit = fitLogistic(new Matrix(c.X), c.t, {
      l2: c.l2,
      interceptL2: c.interceptL2,
      sampleWeights: c.w,
    });
    expectRelativelyClose([...fit.weights, fit.intercept], [...c.weights, c.intercept], 1e-9);
    expect(fit.gradientNorm).toBeLessThan(1e-11);
  });

  it("agrees with scikit-learn's LogisticRegression at C = 1 / l2, as far as lbfgs converges", () => {
    const fit = fitLogistic(new Matrix(sklearn.X), sklearn.y, { l2: sklearn.l2 });
    expectRelativelyClose(
      [...fit.weights, fit.intercept],
      [...sklearn.weights, sklearn.intercept],
      1e-5,
    );
  });

  it("gives the closed form on two points: slope logit(3/4)", () => {
    const fit = fitLogistic(new Matrix([[-1], [1]]), [0.25, 0.75]);
    expect(fit.weights[0]).toBeCloseTo(Math.log(3), 12);
    expect(fit.intercept).toBeCloseTo(0, 12);
  });

  it("fits an intercept alone to the mean target", () => {
    const fit = fitLogistic(new Matrix([[0], [0], [0], [0]]), [1, 1, 1, 0], { l2: 1 });
    expect(fit.intercept).toBeCloseTo(Math.log(3), 12);
    expect(fit.weights[0]).toBe(0);
  });

  it("does not depend on the scale of a column, the penalty going with it", () => {
    const { X, t } = cases[1];
    const scaled = X.map((row) => row.map((v) => v * 1e4));
    const fit = fitLogistic(new Matrix(X), t, { l2: 1 });
    const other = fitLogistic(new Matrix(scaled), t, { l2: 1e8 });
    expectRelativelyClose(
      other.weights.map((v) => v * 1e4),
      fit.weights,
      1e-9,
    );
  });

  it("keeps the intercept at 0 when told to have none", () => {
    const fit = fitLogistic(new Matrix([[1], [2]]), [1, 1], { l2: 1, intercept: false });
    expect(fit.intercept).toBe(0);
    expect(fit.weights[0]).toBeGreaterThan(0);
  });

  const X = new Matrix([[-1], [1], [2]]);
  it.each([
    ["an empty design", () => fitLogistic(new Matrix(0, 1), []), /designMatrix must not be empty/],
    ["one class", () => fitLogistic(X, [1, 1, 1]), /softTargets must hold both classes.*only 1s/],
    ["lengths that differ", () => fitLogistic(X, [0, 1]), /softTargets must have.*3.*got 2/],
    [
      "NaN",
      () => fitLogistic(new Matrix([[Number.NaN], [1]]), [0, 1]),
      /designMatrix\[0\]\[0\].*NaN/,
    ],
    [
      "infinity",
      () => fitLogistic(new Matrix([[0], [Infinity]]), [0, 1]),
      /designMatrix\[1\]\[0\].*Infinity/,
    ],
    ["a target above 1", () => fitLogistic(X, [0, 1.5, 1]), /softTargets\[1\].*\[0, 1\].*1\.5/],
    ["a negative penalty", () => fitLogistic(X, [0, 1, 0], { l2: -1 }), /l2 must be.*-1/],
    [
      "a penalty too many",
      () => fitLogistic(X, [0, 1, 0], { l2: [1, 2] }),
      /l2 must have.*\(1\), got 2/,
    ],
    [
      "a negative weight",
      () => fitLogistic(X, [0, 1, 0], { sampleWeights: [1, -2, 1] }),
      /sampleWeights\[1\].*-2/,
    ],
    ["separable data", () => fitLogistic(X, [0, 1, 1]), /no unique finite optimum/],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });

  it("refuses what is not a matrix", () => {
    expect(() => fitLogistic([[1]] as never, [1])).toThrow(TypeError);
  });
});
