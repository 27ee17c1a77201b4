import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { fitLeastSquares } from "../../lib/models/leastSquares.js";
import { fitLogistic } from "../../lib/models/logistic.js";
import { fitSoftStudent } from "../../lib/models/softStudent.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { golden } from "../support/golden.js";

interface Problem {
  X: number[][];
  y: number[];
  t: number[];
  l2: number;
  weights: number[];
  intercept: number;
}
const { softStudents, hot } = golden<{
  softStudents: (Problem & { alpha: number | "Infinity"; tau: number })[];
  hot: Problem;
}>("transfer");

const parametersOf = ({
  weights,
  intercept,
}: {
  weights: ArrayLike<number>;
  intercept: number;
}) => [...Array.from(weights), intercept];

describe("fitSoftStudent(designMatrix, options)", () => {
  it.each(softStudents)("agrees with SciPy at alpha $alpha, tau $tau, l2 $l2", (c) => {
    const student = fitSoftStudent(new Matrix(c.X), {
      labels: c.y,
      teacherLogits: c.t,
      alpha: Number(c.alpha),
      temperature: c.tau,
      l2: c.l2,
    });
    expectRelativelyClose(parametersOf(student), parametersOf(c), 1e-7);
  });

  it("gives the teacher back where the student can express it", () => {
    const X = new Matrix([[-1], [0.5], [2]]);
    const student = fitSoftStudent(X, { labels: [0, 1, 1], teacherLogits: [-1.5, 0, 1.5] });
    expectRelativelyClose(parametersOf(student), [1, -0.5], 1e-9);
  });

  it("tends to ridge least squares with 4 l2 as the temperature grows, like its inverse square", () => {
    const gaps = [10, 100, 1000].map((temperature) => {
      const { y: labels, t: teacherLogits, l2 } = hot;
      const student = fitSoftStudent(new Matrix(hot.X), { labels, teacherLogits, temperature, l2 });
      const parameters = parametersOf(student);
      return Math.max(...parametersOf(hot).map((v, j) => Math.abs(v - parameters[j])));
    });
    expect(gaps[0] / gaps[1]).toBeCloseTo(100, 0);
    expect(gaps[1] / gaps[2]).toBeCloseTo(100, 0);
    expect(gaps[2]).toBeLessThan(1e-6);
  });

  it("is, at a very large temperature and without penalty, the post's hack", () => {
    const X = new Matrix(hot.X);
    const student = fitSoftStudent(X, { labels: hot.y, teacherLogits: hot.t, temperature: 3000 });
    expectRelativelyClose(parametersOf(student), parametersOf(fitLeastSquares(X, hot.t)), 1e-5);
  });

  it("ignores teacher and temperature at alpha 0", () => {
    const X = new Matrix(hot.X);
    const options = { labels: hot.y, teacherLogits: hot.t, alpha: 0, temperature: 7, l2: 1 };
    const { weights, intercept } = fitLogistic(X, hot.y, { l2: 1 });
    expect(parametersOf(fitSoftStudent(X, options))).toEqual([...weights, intercept]);
  });

  it("has a vanishing gradient of the combined loss, for any alpha and temperature", () => {
    const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
    const settings = fc.record({
      alpha: fc.double({ min: 0, max: 20, noNaN: true }),
      tau: fc.double({ min: 0.3, max: 30, noNaN: true }),
      l2: fc.double({ min: 0.01, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(settings, ({ alpha, tau, l2 }) => {
        const { X, y, t } = softStudents[0];
        const { weights, intercept } = fitSoftStudent(new Matrix(X), {
          labels: y,
          teacherLogits: t,
          alpha,
          temperature: tau,
          l2,
        });
        const residuals = X.map((row, i) => {
          const z = row.reduce((sum, v, j) => sum + v * weights[j], intercept);
          return sigmoid(z) - y[i] + alpha * tau * (sigmoid(z / tau) - sigmoid(t[i] / tau));
        });
        const total = residuals.reduce((sum, r) => sum + r, 0) / (1 + alpha);
        expect(Math.abs(total)).toBeLessThan(1e-8);
        weights.forEach((weight, j) => {
          const slope = residuals.reduce((sum, r, i) => sum + r * X[i][j], 0) / (1 + alpha);
          expect(Math.abs(slope + l2 * weight)).toBeLessThan(1e-8);
        });
      }),
      { numRuns: 40 },
    );
  });
});
