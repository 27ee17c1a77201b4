import type { AbstractMatrix } from "ml-matrix";
import { decompose, solve } from "./cholesky.js";
import { dot } from "./innerProducts.js";

/** A smooth convex function of k parameters. */
export interface Objective {
  value(parameters: Float64Array): number;
  /**
   * Gradient (k) and Hessian (k × k, row by row, of which the lower triangle counts) at the parameters. The Hessian is the
   * caller's to overwrite until the next call.
   */
  derivatives(parameters: Float64Array): { gradient: Float64Array; hessian: Float64Array };
  /** For each parameter the sum of the sizes of what its gradient adds up, of which rounding takes its share. */
  gradientTerms?(parameters: Float64Array): Float64Array;
}

export interface Minimum {
  parameters: Float64Array;
  /** Euclidean norm of the gradient at the parameters. */
  gradientNorm: number;
  /** The gradient beside its terms, at most: rounding where the parameters are an optimum. See {@link checkGradient}. */
  gradientShare: number;
  iterations: number;
}

/** A point that is followed ever more closely gains about 1 in its logit a step, and is forgotten at 745 at the latest. */
const MAX_ITERATIONS = 1000;
/**
 * Below this squared Newton decrement full steps mostly converge quadratically, and are tried first. It is measured in the
 * objective's own unit, so callers bring theirs to a size of about 1 for each example.
 */
const QUADRATIC_REGION = 1e-6;
/** Steps this small beside the parameters, with a decrement of their square, move only parameters at 0, and for ever. */
const NEGLIGIBLE_STEP = Number.EPSILON / 128;
/** What the diagonal of a Hessian that is singular to rounding grows by, as a fraction. */
const DAMPING = 2 ** -40;
/** What a gradient at an optimum may be of its terms: rounding leaves far less. */
const NO_GRADIENT = 1e-6;
/** Up to this factor between the entries of a column, zeros aside, rounding has hidden no optimum. */
const FAR_APART = 1e15;

/**
 * Minimises a smooth convex function by Newton's method with a backtracking line search, until the gradient is down to
 * rounding noise: it stops when a full step no longer halves the squared decrement, which unlike the gradient does not
 * depend on the scales of the parameters.
 *
 * @param objective value and derivatives, of the size of one for each example
 * @param start k numbers
 * @throws RangeError if the Hessian is not positive definite or the steps do not end: no unique finite optimum
 * @see Boyd & Vandenberghe, Convex Optimization, algorithm 9.5
 */
export function minimiseByNewton(objective: Objective, start: Float64Array): Minimum {
  let parameters: Float64Array = start;
  /** Of the objective at the parameters, where a line search has found it. */
  let known: number | undefined;
  let { gradient, step, decrement } = directionAt(objective, parameters);
  for (let iterations = 0; iterations < MAX_ITERATIONS; iterations++) {
    const done = () => ({
      parameters,
      gradientNorm: Math.hypot(...gradient),
      gradientShare: gradientShare(objective, parameters, gradient),
      iterations,
    });
    if (decrement === 0) return done();
    let next: Float64Array = add(parameters, step, 1);
    let after = decrement < QUADRATIC_REGION ? directionAt(objective, next) : undefined;
    const still =
      decrement < NEGLIGIBLE_STEP ** 2 &&
      Math.hypot(...step) < NEGLIGIBLE_STEP * Math.hypot(...parameters);
    if (still) return done();
    if (!after || !(after.decrement < decrement / 2)) {
      const value: number = known ?? objective.value(parameters);
      const flat = decrement < Number.EPSILON * Math.abs(value);
      known = undefined;
      const shorter =
        after && flat ? undefined : lineSearch(objective, { parameters, step, decrement, value });
      if (shorter) {
        ({ parameters: next, value: known } = shorter);
        after = directionAt(objective, next);
      } else if (!after) {
        throw noOptimum();
      } else if (gradientShare(objective, parameters, gradient) <= NO_GRADIENT) {
        return done();
      }
      // Else values are too coarse to tell: one point's may hide those of points whose entries are many orders of magnitude smaller.
    } else {
      known = undefined;
    }
    parameters = next;
    ({ gradient, step, decrement } = after);
  }
  throw noOptimum();
}

/** The largest part of its terms that a gradient is; 0 where an objective does not know its terms. */
function gradientShare(objective: Objective, parameters: Float64Array, gradient: Float64Array) {
  const terms = objective.gradientTerms?.(parameters);
  if (!terms) return 0;
  return gradient.reduce(
    (most, g, j) => (g === 0 ? most : Math.max(most, Math.abs(g) / terms[j])),
    0,
  );
}

/**
 * Refuses a minimum that is none: where terms are too far apart in size, the gradient comes to rest elsewhere than at 0.
 *
 * @throws RangeError
 */
export function checkGradient({ gradientShare: share }: Minimum): void {
  if (share <= NO_GRADIENT) return;
  throw new RangeError(
    `the features have entries too far apart in size for a fit in double precision; rescale them or raise l2, got a gradient of ${share.toPrecision(2)} of its terms`,
  );
}

/**
 * {@link minimiseByNewton} for the columns of a design matrix: where it finds nothing and the entries of a column are so far apart
 * that rounding may be the reason, the error says so.
 */
export function minimiseOver(
  design: AbstractMatrix,
  objective: Objective,
  start: Float64Array,
): Minimum {
  try {
    return minimiseByNewton(objective, start);
  } catch (error) {
    if (!isFarApart(design)) throw error;
    throw new RangeError(
      `the objective has no unique finite optimum, or none that double precision finds: the features have a column with entries too far apart in size (a factor above ${FAR_APART}); rescale them or raise l2, got too small a penalty`,
    );
  }
}

/** Newton's step from the parameters, and its squared decrement: twice what the quadratic model promises. */
function directionAt(objective: Objective, parameters: Float64Array) {
  const k = parameters.length;
  const { gradient, ...first } = objective.derivatives(parameters);
  let { hessian } = first;
  if (!decompose(hessian, k)) {
    // One direction's curvature may hide another's in rounding; it fades as its points are followed ever more closely.
    ({ hessian } = objective.derivatives(parameters));
    for (let j = 0; j < k; j++) hessian[j * k + j] *= 1 + DAMPING;
    if (!decompose(hessian, k)) throw noOptimum();
  }
  const step = solve(hessian, gradient);
  for (let j = 0; j < k; j++) step[j] = -step[j];
  return { gradient, step, decrement: -dot(gradient, step) };
}

function isFarApart(design: AbstractMatrix): boolean {
  return design
    .transpose()
    .to2DArray()
    .some((column) => {
      const sizes = column.map(Math.abs).filter((size) => size > 0);
      const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
      return sizes.some((size) => size < largest / FAR_APART);
    });
}

export function noOptimum(): RangeError {
  return new RangeError(
    "the objective has no unique finite optimum (separable data or dependent features); raise l2, got too small a penalty",
  );
}

/** Halves the step until the value falls by a fair share of what the quadratic model promises; undefined if it never does. */
function lineSearch(
  objective: Objective,
  at: { parameters: Float64Array; step: Float64Array; decrement: number; value: number },
): { parameters: Float64Array; value: number } | undefined {
  for (let length = 1; length > 1e-10; length /= 2) {
    const parameters = add(at.parameters, at.step, length);
    const value = objective.value(parameters);
    if (value <= at.value - 0.25 * length * at.decrement) return { parameters, value };
  }
  return undefined;
}

function add(a: Float64Array, b: Float64Array, length: number): Float64Array {
  const sum = new Float64Array(a.length);
  for (let j = 0; j < a.length; j++) sum[j] = a[j] + length * b[j];
  return sum;
}
