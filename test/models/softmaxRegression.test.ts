import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { crossEntropyOfLogits } from "../../lib/losses/crossEntropy.js";
import { softmax } from "../../lib/losses/softmax.js";
import { oneHot } from "../../lib/losses/targets.js";
import { fitLogistic } from "../../lib/models/logistic.js";
import { classLogits, classProbabilities } from "../../lib/models/softmaxModel.js";
import { fitSoftmax, type SoftmaxFit } from "../../lib/models/softmaxRegression.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { classGolden } from "../support/classGolden.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { expectCloseWithin } from "../support/closeWithin.js";

const { fits, sklearn } = classGolden;
const flat = ({
  weights,
  intercepts,
}: {
  weights: ArrayLike<number>[];
  intercepts: ArrayLike<number>;
}) => [...weights.flatMap((row) => Array.from(row)), ...Array.from(intercepts)];
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

describe("fitSoftmax", () => {
  it.each(fits)("agrees with SciPy on weighted targets, case %#", (c) => {
    const fit = fitSoftmax(new Matrix(c.X), c.T, { l2: c.l2, sampleWeights: c.w });
    expectRelativelyClose(flat(fit), flat(c), 1e-9);
    expect(fit.gradientNorm).toBeLessThan(1e-11);
  });

  it.each(fits)("reaches SciPy's least objective, case %#", (c) => {
    const fit = fitSoftmax(new Matrix(c.X), c.T, { l2: c.l2, sampleWeights: c.w });
    const loss = classLogits(fit, new Matrix(c.X)).reduce(
      (total, logits, i) => total + c.w[i] * crossEntropyOfLogits(c.T[i], logits),
      0,
    );
    const penalty = fit.weights.reduce(
      (total, row) => total + row.reduce((part, w, j) => part + (c.l2[j] * w * w) / 2, 0),
      0,
    );
    expectRelativelyClose([loss + penalty], [c.objective], 1e-12);
  });

  it("agrees with scikit-learn's multinomial LogisticRegression at C = 1 / l2", () => {
    const X = new Matrix(sklearn.X);
    const fit = fitSoftmax(X, oneHot(sklearn.y, 3), { l2: sklearn.l2 });
    expectRelativelyClose(flat(fit), flat(sklearn), 1e-9);
    const probabilities = classProbabilities(fit, X).slice(0, 5);
    expectRelativelyClose(
      probabilities.flatMap((row) => [...row]),
      sklearn.probabilities.flat(),
      1e-9,
    );
  });

  it("gives the closed form of two classes without features: ± half the log of the odds", () => {
    const fit = fitSoftmax(new Matrix([[0]]), [[0.8, 0.2]], { l2: 1 });
    expectRelativelyClose(fit.intercepts, [Math.log(4) / 2, -Math.log(4) / 2], 1e-12);
    expect(Math.max(...fit.weights.flatMap((row) => [...row]))).toBe(0);
  });

  it("fits intercepts alone to the mean target", () => {
    const targets = [
      [1, 0, 0],
      [0.2, 0.3, 0.5],
    ];
    const zeros = new Matrix([[0], [0]]);
    const [p] = classProbabilities(fitSoftmax(zeros, targets, { l2: 1 }), zeros);
    expectRelativelyClose(p, [0.6, 0.15, 0.25], 1e-12);
  });

  it("is the binary logistic regression of half the penalty when there are two classes", () => {
    const rng = seededStream("test/softmax/binary");
    const X = Matrix.columnVector([...rng.normal(30)]);
    const p = rng.uniform(30);
    const binary = fitLogistic(X, p, { l2: 0.5 });
    const fit = fitSoftmax(
      X,
      Array.from(p, (v) => [1 - v, v]),
      { l2: 1 },
    );
    expect(fit.weights[1][0] - fit.weights[0][0]).toBeCloseTo(binary.weights[0], 11);
    expect(fit.intercepts[1] - fit.intercepts[0]).toBeCloseTo(binary.intercept, 11);
  });

  it("has weights and intercepts that sum to 0 over the classes", () => {
    const { X, T } = fits[1];
    const fit = fitSoftmax(new Matrix(X), T, { l2: 0.1 });
    expect(sum(fit.intercepts)).toBeCloseTo(0, 12);
    for (let j = 0; j < X[0].length; j++) {
      expect(sum(fit.weights.map((row) => row[j]))).toBeCloseTo(0, 12);
    }
  });

  it("matches the moments of the targets where nothing is penalised", () => {
    const { X, T } = fits[3];
    const predicted = classProbabilities(fitSoftmax(new Matrix(X), T), new Matrix(X));
    for (let k = 0; k < 3; k++) {
      expect(sum(predicted.map((p) => p[k]))).toBeCloseTo(sum(T.map((t) => t[k])), 9);
      const moment = (rows: ArrayLike<number>[]) => sum(rows.map((row, i) => row[k] * X[i][0]));
      expect(moment(predicted)).toBeCloseTo(moment(T), 9);
    }
  });

  it("does not depend on the order of the classes", () => {
    const { X, T } = fits[0];
    const turned = fitSoftmax(
      new Matrix(X),
      T.map((row) => [...row].reverse()),
      { l2: 0.3 },
    );
    const fit = fitSoftmax(new Matrix(X), T, { l2: 0.3 });
    const back: SoftmaxFit = {
      ...turned,
      weights: [...turned.weights].reverse(),
      intercepts: turned.intercepts.slice().reverse(),
    };
    expectCloseWithin(flat(back), flat(fit), { relative: 1e-10, absolute: 1e-12 });
  });

  it("does not depend on the scale of a column, the penalty going with it", () => {
    const { X, T } = fits[0];
    const scaled = X.map((row) => row.map((v) => v * 1e4));
    const fit = fitSoftmax(new Matrix(X), T, { l2: 1 });
    const other = fitSoftmax(new Matrix(scaled), T, { l2: 1e8 });
    expectRelativelyClose(
      other.weights.flatMap((row) => Array.from(row, (v) => v * 1e4)),
      fit.weights.flatMap((row) => [...row]),
      1e-9,
    );
  });

  it("stops the gradient of the penalised loss, for any data", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        (classes, seed, l2) => {
          const rng = seededStream(`test/softmax/${seed}`);
          const X = new Matrix(Array.from({ length: 15 }, () => [...rng.normal(2)]));
          const T = Array.from({ length: 15 }, () =>
            softmax(rng.normal(classes).map((z) => 4 * z)),
          );
          const fit = fitSoftmax(X, T, { l2 });
          const residuals = classProbabilities(fit, X).map((p, i) => p.map((v, k) => v - T[i][k]));
          for (let k = 0; k < classes; k++) {
            expect(Math.abs(sum(residuals.map((r) => r[k])))).toBeLessThan(1e-10);
            for (let j = 0; j < 2; j++) {
              const slope = sum(residuals.map((r, i) => r[k] * X.get(i, j)));
              expect(Math.abs(slope + l2 * fit.weights[k][j])).toBeLessThan(1e-10);
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("recovers the model that made the targets, as the penalty vanishes", () => {
    const rng = seededStream("test/softmax/recover");
    const X = new Matrix(Array.from({ length: 40 }, () => [...rng.normal(2)]));
    const model = {
      weights: [Float64Array.of(1, -2), Float64Array.of(0.5, 0.5), Float64Array.of(-1.5, 1.5)],
      intercepts: Float64Array.of(0.25, -1, 0.75),
    };
    expectRelativelyClose(flat(fitSoftmax(X, classProbabilities(model, X))), flat(model), 1e-9);
  });

  it("shrinks the weights, not the mean prediction, under a heavy penalty", () => {
    const { X, T } = fits[0];
    const heavy = fitSoftmax(new Matrix(X), T, { l2: 1e9 });
    expect(Math.max(...heavy.weights.flatMap((row) => [...row]))).toBeLessThan(1e-6);
    const [p] = classProbabilities(heavy, new Matrix(X));
    p.forEach((v, k) => {
      expect(v).toBeCloseTo(sum(T.map((t) => t[k])) / T.length, 6);
    });
  });

  it("takes targets with zeros and a target scaled by a weight alike", () => {
    const X = new Matrix([[-1], [0], [1], [2]]);
    const labels = oneHot([0, 1, 2, 1], 3);
    const twice = fitSoftmax(X, labels, { l2: 2, sampleWeights: [2, 2, 2, 2] });
    expectCloseWithin(flat(twice), flat(fitSoftmax(X, labels, { l2: 1 })), {
      relative: 1e-10,
      absolute: 1e-12,
    });
  });

  const X = new Matrix([[-1], [0], [1]]);
  const T = oneHot([0, 1, 2], 3);
  it.each([
    ["an empty design", () => fitSoftmax(new Matrix(0, 1), []), /designMatrix must not be empty/],
    ["rows that differ", () => fitSoftmax(X, T.slice(1)), /softTargets.*\(3\), got 2/],
    [
      "ragged targets",
      () =>
        fitSoftmax(X, [
          [1, 0, 0],
          [0.5, 0.5],
          [0, 0, 1],
        ]),
      /softTargets\[1\] must have.*softTargets\[0\] \(3\), got 2/,
    ],
    [
      "a row that sums to 0.9",
      () =>
        fitSoftmax(X, [
          [1, 0],
          [0.5, 0.4],
          [0, 1],
        ]),
      /softTargets\[1\] must sum to 1, got 0\.9/,
    ],
    [
      "a negative probability",
      () =>
        fitSoftmax(X, [
          [1, 0],
          [1.5, -0.5],
          [0, 1],
        ]),
      /softTargets\[1\]\[0\].*1\.5/,
    ],
    ["one class", () => fitSoftmax(X, [[1], [1], [1]]), /at least 2 classes, got 1/],
    [
      "a class without targets",
      () => fitSoftmax(X, oneHot([0, 1, 1], 3), { l2: 1 }),
      /every class.*none of class 2/,
    ],
    ["a negative penalty", () => fitSoftmax(X, T, { l2: -1 }), /l2 must be.*-1/],
    ["penalties too many", () => fitSoftmax(X, T, { l2: [1, 1] }), /l2 must have.*\(1\), got 2/],
    [
      "a negative weight",
      () => fitSoftmax(X, T, { l2: 1, sampleWeights: [1, 1, -1] }),
      /sampleWeights\[2\].*-1/,
    ],
    ["separable data", () => fitSoftmax(X, T), /no unique finite optimum \(separable/],
    [
      "one separable class among overlapping ones",
      () => fitSoftmax(new Matrix([[-1], [0], [1], [0], [1], [9]]), oneHot([0, 0, 0, 1, 1, 2], 3)),
      /no unique finite optimum \(separable/,
    ],
    [
      "dependent features without a penalty",
      () =>
        fitSoftmax(
          new Matrix([
            [1, 2],
            [2, 4],
            [0, 0],
          ]),
          [
            [0.5, 0.5],
            [0.2, 0.8],
            [0.6, 0.4],
          ],
        ),
      /no unique finite optimum \(separable/,
    ],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});

describe("fitSoftmax, at every scale", () => {
  const X = [-2, -1, -1, 0, 1, 1, 2, 100].map((x) => [x]);
  const T = oneHot([0, 0, 1, 0, 1, 0, 1, 1], 2);

  it("refuses entries whose squares double precision loses, and says so", () => {
    const rows = [...X.slice(0, 7), [1e200]];
    expect(() => fitSoftmax(new Matrix(rows), T)).toThrow(/too far apart in size/);
  });

  it("of three classes, a point that is followed for sure changes nothing, up to 1e15 away", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 5, max: 15 }), (seed, exponent) => {
        const rng = seededStream(`test/softmax/far/${seed}`);
        const near = Array.from({ length: 12 }, () => [...rng.normal(2)]);
        const soft = near.map((_, i) => softmax([i % 3, (i >> 1) % 3, rng.normal(1)[0]]));
        const plain = fitSoftmax(new Matrix(near), soft);
        const slopes = plain.weights.map(([first]) => first);
        const [, second, first] = [...slopes].sort((a, b) => a - b);
        fc.pre(first - second > 0.01);
        const far = fitSoftmax(new Matrix([...near, [10 ** exponent, 0]]), [
          ...soft,
          slopes.map((slope) => (slope === first ? 1 : 0)),
        ]);
        expectCloseWithin(flat(far), flat(plain), { relative: 1e-8, absolute: 1e-9 });
      }),
      { numRuns: 40 },
    );
  });

  it("is twice the logistic fit apart, with an outlier and any weights", () => {
    for (const weight of [1, 1e-5, 1e-170]) {
      for (const last of [100, 20000, 1e8, 1e20, 1e30]) {
        const rows = [...X.slice(0, 7), [last]];
        const { weights, intercepts } = fitSoftmax(new Matrix(rows), T, {
          sampleWeights: rows.map(() => weight),
        });
        expect(weights[1][0] - weights[0][0]).toBeCloseTo(0.7780441429, 9);
        expect(intercepts[1] - intercepts[0]).toBeCloseTo(-0.3588943119, 9);
      }
    }
  });

  it("has the same optimum when weights and penalties are multiplied alike, and columns", () => {
    const exponent = fc.integer({ min: -100, max: 100 });
    const three = oneHot([0, 0, 1, 2, 1, 0, 2, 1], 3);
    fc.assert(
      fc.property(exponent, exponent, fc.constantFrom(0, 1), (column, weight, l2) => {
        const [c, w] = [10 ** column, 10 ** weight];
        fc.pre(Number.isFinite(l2 * c * c * w) && (l2 === 0 || l2 * c * c * w > 1e-290));
        const plain = fitSoftmax(new Matrix(X), three, { l2 });
        const fit = fitSoftmax(new Matrix(X.map(([x]) => [x * c])), three, {
          l2: l2 * c * c * w,
          sampleWeights: X.map(() => w),
        });
        expectRelativelyClose(
          flat({ ...fit, weights: fit.weights.map((row) => row.map((v) => v * c)) }),
          flat(plain),
          1e-7,
        );
      }),
      { numRuns: 40 },
    );
  });
});
