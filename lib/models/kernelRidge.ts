import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import {
  checkInteger,
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkResult,
  checkValues,
} from "../validate/checks.js";
import { checkDesign } from "./designMatrix.js";

/**
 * The Gaussian kernel exp(-(a - b)² / (2 bandwidth²)) between two sets of inputs on the line.
 *
 * @param a m finite inputs
 * @param b n finite inputs
 * @param options.bandwidth above 0. Default 1
 * @returns m × n
 * @throws RangeError if an argument is out of its domain
 * @example gaussianKernel([0], [0]).to2DArray() // [[1]]
 */
export function gaussianKernel(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { bandwidth = 1 } = {},
): Matrix {
  checkNotEmpty("a", a);
  checkValues("a", a);
  checkNotEmpty("b", b);
  checkValues("b", b);
  checkNumber("bandwidth", bandwidth, Number.MIN_VALUE);
  const kernel = new Matrix(a.length, b.length);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      kernel.set(i, j, Math.exp(-(((a[i] - b[j]) / bandwidth) ** 2) / 2));
    }
  }
  return kernel;
}

/** A symmetric kernel matrix in its eigenbasis: K = vectors · diag(values) · vectorsᵀ. */
export interface KernelSpectrum {
  /** n eigenvalues; those that rounding made negative are 0. */
  values: Float64Array;
  /** n × n, one eigenvector a column. */
  vectors: Matrix;
}

/** The decomposition squares what it is given. */
const LARGEST_ENTRY = 1e150;

/**
 * The eigendecomposition of a kernel matrix: made once, it serves every penalty and every round.
 *
 * @param kernel n × n, symmetric and positive semi-definite, entries from -1e150 to 1e150
 * @throws RangeError if kernel is not symmetric or an entry is out of its range
 * @example kernelSpectrum(Matrix.eye(2)).values // Float64Array [ 1, 1 ]
 */
export function kernelSpectrum(kernel: Matrix): KernelSpectrum {
  checkDesign(kernel, "kernel", LARGEST_ENTRY);
  if (!kernel.isSymmetric()) {
    throw new RangeError(
      `kernel must be symmetric, got a ${kernel.rows} × ${kernel.columns} matrix that is not`,
    );
  }
  const decomposition = new EigenvalueDecomposition(kernel, { assumeSymmetric: true });
  const values = Float64Array.from(decomposition.realEigenvalues, (value) => Math.max(value, 0));
  return { values, vectors: decomposition.eigenvectorMatrix };
}

/**
 * How much of a target's component along an eigenvector with eigenvalue d is left in the fitted values after some rounds:
 * (d / (d + l2))^rounds.
 *
 * @param l2 above 0
 * @param rounds fits in a row, each on the fitted values of the one before; 1 is a plain fit
 * @throws RangeError if an argument is out of its range
 * @see Mobahi, Farajtabar & Bartlett 2020, "Self-distillation amplifies regularization in Hilbert space", section 3
 * @example shrinkage(1, { l2: 1, rounds: 2 }) // 0.25
 */
export function shrinkage(d: number, { l2, rounds }: { l2: number; rounds: number }): number {
  checkNumber("d", d, 0);
  checkNumber("l2", l2, Number.MIN_VALUE);
  checkInteger("rounds", rounds, 1);
  return (d / (d + l2)) ** rounds;
}

/**
 * Kernel ridge regression distilled into itself: round 1 minimises sum_i (f(x_i) - y_i)² + l2 ‖f‖², every later round
 * does so with the fitted values of the round before instead of y.
 *
 * @param spectrum of the kernel matrix of the n inputs
 * @param targets n finite numbers
 * @returns n dual coefficients c of the last round: f(x) = sum_i c_i k(x_i, x)
 * @throws RangeError if lengths differ, a value is outside its domain or the result overflows
 * @example kernelRidge(kernelSpectrum(Matrix.eye(1)), [4], { l2: 1 }) // Float64Array [ 2 ]
 */
export function kernelRidge(
  spectrum: KernelSpectrum,
  targets: ArrayLike<number>,
  { l2, rounds = 1 }: KernelRidgeOptions,
): Float64Array {
  return Float64Array.from(kernelRidges(spectrum, targets, [{ l2, rounds }]).to1DArray());
}

export interface KernelRidgeOptions {
  /** Above 0. */
  l2: number;
  /** Default 1. */
  rounds?: number;
}

/** {@link kernelRidge} at several settings, a column of n dual coefficients for each. */
export function kernelRidges(
  { values, vectors }: KernelSpectrum,
  targets: ArrayLike<number>,
  settings: readonly KernelRidgeOptions[],
): Matrix {
  checkValues("spectrum.values", values, 0);
  checkDesign(vectors, "spectrum.vectors");
  if (vectors.rows !== values.length || vectors.columns !== values.length) {
    throw new RangeError(
      `spectrum.vectors must be ${values.length} × ${values.length}, got ${vectors.rows} × ${vectors.columns}`,
    );
  }
  checkLength("targets", targets, values.length, "the eigenvalues");
  checkValues("targets", targets);
  const components = Matrix.rowVector(Float64Array.from(targets)).mmul(vectors);
  const scaled = new Matrix(values.length, settings.length);
  settings.forEach(({ l2, rounds = 1 }, j) => {
    checkNumber("l2", l2, Number.MIN_VALUE);
    checkInteger("rounds", rounds, 1);
    for (let k = 0; k < values.length; k++) {
      const kept = rounds === 1 ? 1 : shrinkage(values[k], { l2, rounds: rounds - 1 });
      scaled.set(k, j, (components.get(0, k) * kept) / (values[k] + l2));
    }
  });
  const duals = vectors.mmul(scaled);
  checkResult("targets or spectrum.vectors", duals.to1DArray());
  return duals;
}
