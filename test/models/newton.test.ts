import { describe, expect, it } from "vitest";
import { minimiseByNewton, noOptimum, type Objective } from "../../lib/models/newton.js";

/** An objective of one parameter from its value and first two derivatives. */
const scalar = (
  value: (x: number) => number,
  slope: (x: number) => number,
  curvature: (x: number) => number,
): Objective => ({
  value: ([x]) => value(x),
  derivatives: ([x]) => ({
    gradient: Float64Array.of(slope(x)),
    hessian: Float64Array.of(curvature(x)),
  }),
});

describe("minimiseByNewton(objective, start)", () => {
  it("finds a quadratic's minimum in one step", () => {
    // 2 x² + x y + y² - 5 x: the gradient is 0 where 4 x + y = 5 and x + 2 y = 0, at (10/7, -5/7).
    const objective: Objective = {
      value: ([x, y]) => 2 * x * x + x * y + y * y - 5 * x,
      derivatives: ([x, y]) => ({
        gradient: Float64Array.of(4 * x + y - 5, x + 2 * y),
        hessian: Float64Array.of(4, 1, 1, 2),
      }),
    };
    const start = Float64Array.of(100, -3);
    const minimum = minimiseByNewton(objective, start);
    expect(minimum.parameters[0]).toBeCloseTo(10 / 7, 14);
    expect(minimum.parameters[1]).toBeCloseTo(-5 / 7, 14);
    expect(minimum.gradientNorm).toBeLessThan(1e-12);
    expect(minimum.iterations).toBeLessThanOrEqual(2);
    expect(start).toEqual(Float64Array.of(100, -3));
  });

  it("takes no step from the minimum itself", () => {
    const square = scalar(
      (x) => x * x,
      (x) => 2 * x,
      () => 2,
    );
    const minimum = minimiseByNewton(square, Float64Array.of(0));
    expect(minimum).toMatchObject({ gradientNorm: 0, iterations: 0 });
  });

  it("shortens its steps where full ones would run away: log cosh from 3", () => {
    const logCosh = scalar(
      (x) => Math.log(Math.cosh(x)),
      Math.tanh,
      (x) => 1 / Math.cosh(x) ** 2,
    );
    const minimum = minimiseByNewton(logCosh, Float64Array.of(3));
    expect(Math.abs(minimum.parameters[0])).toBeLessThan(1e-15);
    expect(minimum.iterations).toBeGreaterThan(2);
  });

  it("never goes uphill: from 1.1 the full step of log cosh would, by less than a quarter of what it promises", () => {
    const seen: number[] = [];
    const logCosh = scalar(
      (x) => Math.log(Math.cosh(x)),
      (x) => {
        seen.push(Math.log(Math.cosh(x)));
        return Math.tanh(x);
      },
      (x) => 1 / Math.cosh(x) ** 2,
    );
    minimiseByNewton(logCosh, Float64Array.of(1.1));
    expect(Math.log(Math.cosh(1.1 - Math.sinh(2.2) / 2))).toBeGreaterThan(seen[0]);
    for (const [k, value] of seen.slice(1).entries()) expect(value).toBeLessThanOrEqual(seen[k]);
  });

  it("converges to rounding: exp(x) - 2 x has its minimum at log 2", () => {
    const objective = scalar(
      (x) => Math.exp(x) - 2 * x,
      (x) => Math.exp(x) - 2,
      Math.exp,
    );
    const { parameters, gradientNorm } = minimiseByNewton(objective, Float64Array.of(-3));
    expect(Math.abs(parameters[0] - Math.LN2)).toBeLessThan(3e-16);
    expect(gradientNorm).toBeLessThan(1e-15);
  });

  it.each([
    [
      "falls for ever: exp(-x)",
      scalar(
        (x) => Math.exp(-x),
        (x) => -Math.exp(-x),
        (x) => Math.exp(-x),
      ),
    ],
    [
      "is flat: x",
      scalar(
        (x) => x,
        () => 1,
        () => 0,
      ),
    ],
    [
      "is concave: -x²",
      scalar(
        (x) => -x * x,
        (x) => -2 * x,
        () => -2,
      ),
    ],
  ])("refuses a function that %s", (_, objective) => {
    const minimise = () => minimiseByNewton(objective, Float64Array.of(1));
    expect(minimise).toThrow(RangeError);
    expect(minimise).toThrow(/no unique finite optimum/);
  });
});

describe("noOptimum()", () => {
  it("is an error to throw that says what to do", () => {
    expect(noOptimum()).toBeInstanceOf(RangeError);
    expect(noOptimum().message).toMatch(/raise l2/);
  });
});

describe("minimiseByNewton at an optimum of 0", () => {
  it("ends where a parameter's optimum is 0 and its gradient shrinks at every step without end", () => {
    // The second derivative is overstated: each step leaves 0.7 / 1.7, less than half, of the second parameter.
    const objective = {
      value: ([a, b]: Float64Array) => (a - 1) ** 2 / 2 + b ** 2 / 2,
      derivatives: ([a, b]: Float64Array) => ({
        gradient: Float64Array.of(a - 1, b),
        hessian: Float64Array.of(1, 0, 0, 1.7),
      }),
    };
    const { parameters, gradientNorm, iterations } = minimiseByNewton(
      objective,
      Float64Array.of(0, 1),
    );
    expect(parameters[0]).toBe(1);
    expect(Math.abs(parameters[1])).toBeLessThan(1e-17);
    expect(gradientNorm).toBeLessThan(1e-17);
    expect(iterations).toBeLessThan(100);
  });
});
