import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { sigmoid } from "../../lib/losses/softplus.js";
import { fitLogistic, type LogisticFit } from "../../lib/models/logistic.js";
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
    [
      "lengths that differ",
      () => fitLogistic(X, [0, 1]),
      /^softTargets must have.* the rows of designMatrix \(3\), got 2$/,
    ],
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
      /^l2 must have.* the columns of designMatrix \(1\), got 2$/,
    ],
    [
      "a negative weight",
      () => fitLogistic(X, [0, 1, 0], { sampleWeights: [1, -2, 1] }),
      /sampleWeights\[1\].*-2/,
    ],
    [
      "weights of another number",
      () => fitLogistic(X, [0, 1, 0], { sampleWeights: [1, 1] }),
      /^sampleWeights must have.* the rows of designMatrix \(3\), got 2$/,
    ],
    [
      "a negative penalty on the intercept",
      () => fitLogistic(X, [0, 1, 0], { interceptL2: -1 }),
      /^interceptL2 must be.*-1$/,
    ],
    [
      "a negative penalty on one weight",
      () => fitLogistic(X, [0, 1, 0], { l2: [-1] }),
      /^l2\[0\] must be.*-1$/,
    ],
    [
      "labels of one class that a slope alone can follow for ever",
      () => fitLogistic(new Matrix([[1], [2]]), [1, 1], { intercept: false }),
      /no unique finite optimum \(separable/,
    ],
    [
      "only labels 0, the others without weight",
      () => fitLogistic(X, [0, 1, 0], { sampleWeights: [1, 0, 1] }),
      /softTargets must hold both classes.*only 0s/,
    ],
    ["separable data", () => fitLogistic(X, [0, 1, 1]), /no unique finite optimum \(separable/],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });

  it.each([1e-4, 1e-11, 1e-13])(
    "finds the optimum that the smallest penalty gives such labels, l2 = %d: l2 w = sum of x (1 - p)",
    (l2) => {
      const [w] = fitLogistic(new Matrix([[1], [2]]), [1, 1], { intercept: false, l2 }).weights;
      const pull = 1 / (1 + Math.exp(w)) + 2 / (1 + Math.exp(2 * w));
      // 1 - p is taken from p, which is rounded to a unit in the last place of 1.
      expect(Math.abs(pull - l2 * w)).toBeLessThan(2 * Number.EPSILON);
    },
  );

  it("takes a penalty on the intercept alone, which one class then leaves finite", () => {
    const options = { interceptL2: 0.5, l2: 1 };
    const { intercept } = fitLogistic(new Matrix([[-1], [1]]), [1, 1], options);
    expect(0.5 * intercept).toBeCloseTo(2 / (1 + Math.exp(intercept)), 12);
  });
});

const sumOf = (values: number[]) => values.reduce((total, v) => total + v, 0);

/** Eight points of which the last, far out, is no obstacle to an optimum. */
const outlier = (last: number) => new Matrix([-2, -1, -1, 0, 1, 1, 2, last].map((x) => [x]));
const labels = [0, 0, 1, 0, 1, 0, 1, 1];
const [SLOPE, INTERCEPT] = [0.7780441429, -0.3588943119];

describe("fitLogistic, at every scale", () => {
  it.each([1, 1e-5, 1e-170, 1e300])("has the same optimum with all weights %d", (weight) => {
    const fit = fitLogistic(outlier(100), labels, { sampleWeights: labels.map(() => weight) });
    expect(fit.weights[0]).toBeCloseTo(SLOPE, 9);
    expect(fit.intercept).toBeCloseTo(INTERCEPT, 9);
  });

  it.each([15000, 20000, 1e8, 1e15, 1e20, 1e30, 1e100, 1e150])(
    "keeps its optimum as the last point moves to %d",
    (last) => {
      const fit = fitLogistic(outlier(last), labels);
      expect(fit.weights[0]).toBeCloseTo(SLOPE, 9);
      expect(fit.intercept).toBeCloseTo(INTERCEPT, 9);
    },
  );

  it("returns no fit whose gradient is not 0, however far apart the entries are", () => {
    const entry = fc.tuple(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.integer({ min: -30, max: 30 }),
    );
    const point = fc.tuple(entry, entry, fc.boolean());
    let fitted = 0;
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 15 }), (points) => {
        const X = points.map(([a, b]) => [a, b].map(([x, k]) => x * 10 ** k));
        const y = points.map(([, , label]) => Number(label));
        let fit: LogisticFit;
        try {
          fit = fitLogistic(new Matrix(X), y);
        } catch (error) {
          expect(String(error)).toMatch(
            /no unique finite optimum|too far apart in size|both classes/,
          );
          return;
        }
        fitted++;
        const parts = X.map((x) => [fit.intercept, x[0] * fit.weights[0], x[1] * fit.weights[1]]);
        const p = parts.map((terms) => sigmoid(sumOf(terms)));
        // Large parts of a logit that cancel leave its rounding, and that of its probability.
        const noise = parts.map(
          (terms, i) => 4 * Number.EPSILON * sumOf(terms.map(Math.abs)) * p[i] * (1 - p[i]),
        );
        for (const j of [0, 1]) {
          const pulls = X.map((x, i) => x[j] * (p[i] - y[i]));
          const sizes = X.map((x, i) => Math.abs(x[j]) * (2e-6 * (p[i] + y[i]) + noise[i]));
          expect(Math.abs(sumOf(pulls))).toBeLessThanOrEqual(sumOf(sizes));
        }
      }),
      { numRuns: 500 },
    );
    expect(fitted).toBeGreaterThan(50);
  });

  it("a point that is followed for sure changes nothing, up to 1e150 away", () => {
    const near = fc.array(fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.boolean()), {
      minLength: 6,
      maxLength: 12,
    });
    fc.assert(
      fc.property(near, fc.integer({ min: 3, max: 150 }), (points, exponent) => {
        const x = points.map(([v], i) => v + (i % 5));
        const t = points.map(([, label]) => (label ? 0.9 : 0.2));
        const plain = fitLogistic(new Matrix(x.map((v) => [v])), t);
        fc.pre(Math.abs(plain.weights[0]) > 1e-3);
        const far = fitLogistic(new Matrix([...x, 1e6 * 10 ** exponent].map((v) => [v])), [
          ...t,
          plain.weights[0] > 0 ? 1 : 0,
        ]);
        expectRelativelyClose(far.weights, plain.weights, 1e-9);
        expect(far.intercept).toBeCloseTo(plain.intercept, 9);
      }),
      { numRuns: 60 },
    );
  });

  it("finds the optimum beside a far point whose values hide the last steps", () => {
    const x = [0, 1, 2, 3, 4, 0, 1, 2].map((v) => [v]);
    const t = [0.9, 0.2, 0.2, 0.9, 0.9, 0.9, 0.2, 0.9];
    const plain = fitLogistic(new Matrix(x), t);
    for (const far of [9.9e14, 1e15, 1.01e15]) {
      const { weights } = fitLogistic(new Matrix([...x, [far]]), [...t, 1]);
      expectRelativelyClose(weights, plain.weights, 1e-9);
    }
  });

  it("refuses entries whose squares double precision loses, and says so", () => {
    expect(() => fitLogistic(outlier(1e200), labels)).toThrow(/too far apart in size/);
  });

  it("has the very same digits when weights and penalties are multiplied by a power of two", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -900, max: 900 }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (k, l2) => {
          const { X, t } = cases[1];
          const plain = fitLogistic(new Matrix(X), t, { l2 });
          const fit = fitLogistic(new Matrix(X), t, {
            l2: l2 * 2 ** k,
            sampleWeights: t.map(() => 2 ** k),
          });
          expect([...fit.weights, fit.intercept]).toEqual([...plain.weights, plain.intercept]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("follows the scale of columns, weights and penalties", () => {
    const exponent = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(exponent, exponent, fc.constantFrom(0, 0.1, 3), (column, weight, l2) => {
        const { X, t } = cases[1];
        const [c, w] = [10 ** column, 10 ** weight];
        const plain = fitLogistic(new Matrix(X), t, { l2 });
        fc.pre(Number.isFinite(l2 * c * c * w) && (l2 === 0 || l2 * c * c * w > 1e-290));
        const fit = fitLogistic(new Matrix(X.map((row) => row.map((x) => x * c))), t, {
          l2: l2 * c * c * w,
          sampleWeights: t.map(() => w),
        });
        expectRelativelyClose(
          [...fit.weights.map((v) => v * c), fit.intercept],
          [...plain.weights, plain.intercept],
          1e-8,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("refuses separable data at every scale", () => {
    const exponent = fc.integer({ min: -150, max: 150 });
    fc.assert(
      fc.property(exponent, exponent, (column, weight) => {
        const X = new Matrix([[-1], [1], [2]].map((row) => row.map((x) => x * 10 ** column)));
        const sampleWeights = [1, 2, 3].map((w) => w * 10 ** weight);
        expect(() => fitLogistic(X, [0, 1, 1], { sampleWeights })).toThrow(
          /no unique finite optimum \(/,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("refuses a free column that runs to infinity beside a penalised one", () => {
    const X = new Matrix(Array.from({ length: 10 }, (_, i) => [1, i / 3 - 1]));
    const ones = new Array(10).fill(1);
    expect(() => fitLogistic(X, ones, { l2: [0, 1], intercept: false })).toThrow(
      /no unique finite optimum \(/,
    );
    expect(fitLogistic(X, ones, { l2: [0.1, 1], intercept: false }).weights[0]).toBeGreaterThan(1);
  });

  it("refuses quasi-separable data, of which some points overlap", () => {
    const X = new Matrix([[0], [0], [1]]);
    expect(() => fitLogistic(X, [0, 1, 1])).toThrow(/no unique finite optimum \(/);
    // A soft target holds it back, however sure: log(1e12 - 1) is 27.6.
    expect(fitLogistic(X, [0, 1, 1 - 1e-12]).weights[0]).toBeCloseTo(Math.log(1e12), 3);
  });

  it("refuses dependent columns without a penalty, and takes them with one", () => {
    const X = new Matrix([
      [1, 2],
      [2, 4],
      [0, 0],
      [1, 2],
    ]);
    expect(() => fitLogistic(X, [0, 1, 1, 1])).toThrow(/no unique finite optimum \(/);
    expect(fitLogistic(X, [0, 1, 1, 1], { l2: [0, 1] }).weights[1]).toBeCloseTo(0, 12);
  });
});
