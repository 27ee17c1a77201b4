import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { minimiseByNewton } from "../../lib/models/newton.js";

describe("minimiseByNewton", () => {
  it("ends where a parameter's optimum is 0 and its gradient shrinks at every step without end", () => {
    // The second derivative is overstated: each step leaves 0.7 / 1.7, less than half, of the second parameter.
    const objective = {
      value: ([a, b]: Float64Array) => (a - 1) ** 2 / 2 + b ** 2 / 2,
      derivatives: ([a, b]: Float64Array) => ({
        gradient: Float64Array.of(a - 1, b),
        hessian: Matrix.diag([1, 1.7]),
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
