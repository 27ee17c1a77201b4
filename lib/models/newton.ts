import { CholeskyDecomposition, Matrix } from "ml-matrix";

/** A smooth convex function of k parameters. */
export interface Objective {
  value(parameters: Float64Array): number;
  /** Gradient (k) and Hessian (k × k) at the parameters. */
  derivatives(parameters: Float64Array): { gradient: Float64Array; hessian: Matrix };
}

export interface Minimum {
  parameters: Float64Array;
  /** Euclidean norm of the gradient at the parameters. */
  gradientNorm: number;
  iterations: number;
  /** The Hessian at the parameters. */
  hessian: Matrix;
}

const MAX_ITERATIONS = 200;
/** Below this squared Newton decrement full steps converge quadratically and the value is flat to rounding. */
const QUADRATIC_REGION = 1e-6;
/** A step this small beside the parameters moves only those that are zero, whose gradient may shrink for ever. */
const NEGLIGIBLE_STEP = Number.EPSILON / 128;

/**
 * Minimises a smooth convex function by Newton's method with a backtracking line search, until the gradient
 * is down to rounding noise: it stops when a full step no longer halves the gradient.
 *
 * @param objective value and derivatives
 * @param start k numbers
 * @throws RangeError where the Hessian is not positive definite or there is no end: no unique finite optimum
 * @see Boyd & Vandenberghe, Convex Optimization, algorithm 9.5
 */
export function minimiseByNewton(objective: Objective, start: Float64Array): Minimum {
  let parameters = start;
  let { gradient, hessian } = objective.derivatives(parameters);
  for (let iterations = 0; iterations < MAX_ITERATIONS; iterations++) {
    const gradientNorm = norm(gradient);
    if (gradientNorm === 0) return { parameters, gradientNorm, iterations, hessian };
    const step = newtonStep(hessian, gradient);
    const decrement = -dot(gradient, step);
    const quadratic = decrement < QUADRATIC_REGION;
    const next = quadratic
      ? add(parameters, step, 1)
      : lineSearch(objective, parameters, step, decrement);
    const after = objective.derivatives(next);
    const still = norm(step) < NEGLIGIBLE_STEP * norm(parameters);
    if (quadratic && (still || !(norm(after.gradient) < gradientNorm / 2))) {
      return { parameters, gradientNorm, iterations, hessian };
    }
    parameters = next;
    ({ gradient, hessian } = after);
  }
  throw noOptimum();
}

export function noOptimum(): RangeError {
  return new RangeError(
    "the objective has no unique finite optimum (separable data or dependent features); raise l2, got too small a penalty",
  );
}

function newtonStep(hessian: Matrix, gradient: Float64Array): Float64Array {
  const cholesky = new CholeskyDecomposition(hessian);
  if (!cholesky.isPositiveDefinite()) throw noOptimum();
  return Float64Array.from(cholesky.solve(Matrix.columnVector(gradient)).to1DArray(), (v) => -v);
}

/** Halves the step until the value falls by a fair share of what the quadratic model promises. */
function lineSearch(
  objective: Objective,
  parameters: Float64Array,
  step: Float64Array,
  decrement: number,
): Float64Array {
  const value = objective.value(parameters);
  for (let length = 1; length > 1e-10; length /= 2) {
    const candidate = add(parameters, step, length);
    if (objective.value(candidate) <= value - 0.25 * length * decrement) return candidate;
  }
  throw noOptimum();
}

/** The inner product of two vectors of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

const norm = (a: Float64Array) => Math.sqrt(dot(a, a));
const add = (a: Float64Array, b: Float64Array, length: number) =>
  a.map((v, i) => v + length * b[i]);
