import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  gaussianKernel,
  kernelRidge,
  kernelSpectrum,
  shrinkage,
} from "../../lib/models/kernelRidge.js";
import { golden } from "../support/golden.js";

interface Golden {
  x: number[];
  y: number[];
  grid: number[];
  rounds: { l2: number; fits: { coefficients: number[]; grid: number[] }[] }[];
}
const { x, y, grid, rounds } = golden<Golden>("kernelRidge");
const spectrum = kernelSpectrum(gaussianKernel(x, x));
const fits = rounds.flatMap(({ l2, fits: list }) =>
  list.map((fit, r) => ({ l2, round: r + 1, ...fit })),
);

describe("gaussianKernel", () => {
  it("is 1 on the diagonal and exp(-1/2) one bandwidth away", () => {
    const kernel = gaussianKernel([0, 3], [0, 3], { bandwidth: 3 });
    expect(kernel.get(0, 0)).toBe(1);
    expect(kernel.get(0, 1)).toBeCloseTo(Math.exp(-0.5), 15);
  });
});

describe("kernelSpectrum", () => {
  it("gives back the matrix", () => {
    const { values, vectors } = spectrum;
    const again = vectors.mmul(Matrix.diag([...values])).mmul(vectors.transpose());
    const kernel = gaussianKernel(x, x);
    expect(Math.max(...Matrix.sub(again, kernel).to1DArray().map(Math.abs))).toBeLessThan(1e-13);
  });

  it("has no negative eigenvalue where two inputs coincide", () =>
    expect(
      Math.min(...kernelSpectrum(gaussianKernel([1, 1, 1], [1, 1, 1])).values),
    ).toBeGreaterThanOrEqual(0));
});

describe("shrinkage", () => {
  it("is (d / (d + l2)) to the number of rounds: (2/3)³", () =>
    expect(shrinkage(2, { l2: 1, rounds: 3 })).toBeCloseTo(8 / 27, 15));

  it("leaves nothing of a direction without eigenvalue", () =>
    expect(shrinkage(0, { l2: 1, rounds: 1 })).toBe(0));
});

describe("kernelRidge", () => {
  it.each(fits)("agrees with scikit-learn at l2 = $l2 in round $round", ({ l2, round, ...fit }) => {
    const coefficients = kernelRidge(spectrum, y, { l2, rounds: round });
    coefficients.forEach((c, i) => {
      expect(c).toBeCloseTo(fit.coefficients[i], 12);
    });
    const values = new Matrix([coefficients]).mmul(gaussianKernel(x, grid)).getRow(0);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(fit.grid[i], 12);
    });
  });

  it("halves a single target at l2 = 1, again in every round", () => {
    const one = kernelSpectrum(new Matrix([[1]]));
    expect(kernelRidge(one, [4], { l2: 1 })[0]).toBeCloseTo(2, 15);
    expect(kernelRidge(one, [4], { l2: 1, rounds: 2 })[0]).toBeCloseTo(1, 15);
  });
});
