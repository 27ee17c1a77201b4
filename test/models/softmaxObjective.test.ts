import { describe, expect, it } from "vitest";
import { softmaxObjective, sumZeroBasis } from "../../lib/models/softmaxObjective.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { numericalGradient } from "../support/gradient.js";

const rng = seededStream("test/softmaxObjective");
const rows = Array.from({ length: 12 }, () => Float64Array.of(...rng.normal(2), 1));
const targets = Array.from({ length: 12 }, () => {
  const masses = rng.uniform(4);
  const total = masses.reduce((sum, v) => sum + v, 0);
  return masses.map((v) => v / total);
});
const objective = softmaxObjective(
  rows,
  targets,
  rng.uniform(12),
  Float64Array.of(0.3, 2, 0),
  sumZeroBasis(4),
);
const point = rng.normal(9);

describe("softmaxObjective", () => {
  it("has the gradient that central differences of its value give", () => {
    const { gradient } = objective.derivatives(point);
    const numeric = numericalGradient((v) => objective.value(Float64Array.from(v)), point);
    numeric.forEach((slope, i) => {
      expect(Math.abs(gradient[i] - slope)).toBeLessThan(1e-8);
    });
  });

  it("has the Hessian, in its lower triangle, that central differences of its gradient give", () => {
    const hessian = objective.derivatives(point).hessian.slice();
    for (let i = 0; i < 9; i++) {
      const slope = (v: number[]) => objective.derivatives(Float64Array.from(v)).gradient[i];
      numericalGradient(slope, point).forEach((curvature, j) => {
        if (j > i) return;
        expect(Math.abs(hessian[i * 9 + j] - curvature)).toBeLessThan(1e-8);
      });
    }
  });

  it("is the number of examples times log d at the origin, with unit weights", () => {
    const even = softmaxObjective(
      rows,
      targets,
      new Float64Array(12).fill(1),
      Float64Array.of(1, 1, 0),
      sumZeroBasis(4),
    );
    expect(even.value(new Float64Array(9))).toBeCloseTo(12 * Math.log(4), 12);
  });

  it("penalises the plain sum of squared class weights, because the basis is orthonormal", () => {
    const noData = softmaxObjective(
      [rows[0]],
      [targets[0]],
      [0],
      Float64Array.of(1, 1, 0),
      sumZeroBasis(3),
    );
    const u = Float64Array.of(0.5, -1, 9, 2, 0.25, 9);
    const basis = sumZeroBasis(3);
    const weight = (k: number, j: number) => basis[k][0] * u[j] + basis[k][1] * u[3 + j];
    const squares = [0, 1, 2].flatMap((k) => [weight(k, 0) ** 2, weight(k, 1) ** 2]);
    expect(noData.value(u)).toBeCloseTo(squares.reduce((a, b) => a + b) / 2, 12);
  });
});
