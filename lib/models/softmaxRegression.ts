import type { Matrix } from "ml-matrix";
import { checkDistribution } from "../losses/domains.js";
import { softmax } from "../losses/softmax.js";
import { checkLength, checkResult, checkValues } from "../validate/checks.js";
import { arraysOf, checkDesign, columnScales, penaltiesOf } from "./designMatrix.js";
import { dot } from "./innerProducts.js";
import { checkGradient, minimiseOver, noOptimum } from "./newton.js";
import type { SoftmaxModel } from "./softmaxModel.js";
import { softmaxObjective, sumZeroBasis } from "./softmaxObjective.js";
import { NEGLIGIBLE_RESIDUAL, spans, weightScale } from "./uniqueOptimum.js";

export interface SoftmaxOptions {
  /** Ridge: adds l2/2 times the squared weight, the same for all features or one number each. Default 0. */
  l2?: number | ArrayLike<number>;
  /** n non-negative weights of the examples. Default all 1. */
  sampleWeights?: ArrayLike<number>;
}

/** A softmax regression at its optimum. */
export interface SoftmaxFit extends SoftmaxModel {
  /** Euclidean norm of the objective's gradient at the solution, with columns scaled to a largest entry of 1. */
  gradientNorm: number;
  /** Newton steps taken. */
  iterations: number;
}

/**
 * Softmax (multinomial logistic) regression on hard or soft targets, converged by Newton's method. It minimises
 * sum_i w_i H(t_i, softmax(z_i)) + sum_kj l2_j weights_kj² / 2, in nats, with free intercepts; the scikit-learn model
 * of the same name has C = 1 / l2.
 *
 * Adding the same number to all classes changes no probability, so weights and intercepts are only given up to such a
 * shift: those returned sum to 0 over the classes. A ridge penalty enforces this for the weights anyway, and scikit-learn's
 * solvers, started at 0, end there for the intercepts too.
 *
 * Newton's step solves (d - 1) × (features + 1) equations: meant for a few hundred of them, not thousands.
 *
 * @param designMatrix n × features, finite, a Matrix of ml-matrix; without a constant column
 * @param softTargets n rows of d >= 2 probabilities that sum to 1; {@link oneHot} makes them of labels
 * @throws RangeError if lengths differ, a value is outside its domain, a class is in no target, or
 * the data are separable without a penalty, l2 overflows over the square of a column, or the entries of designMatrix are too far
 * apart in size for double precision
 * @see Bishop 2006, Pattern Recognition and Machine Learning, equations 4.104 to 4.110
 * @example fitSoftmax(new Matrix([[0]]), [[0.8, 0.2]], { l2: 1 }).intercepts // ±log(4)/2: Float64Array [ 0.693…, -0.693… ]
 */
export function fitSoftmax(
  designMatrix: Matrix,
  softTargets: readonly ArrayLike<number>[],
  { l2 = 0, sampleWeights }: SoftmaxOptions = {},
): SoftmaxFit {
  checkDesign(designMatrix);
  const { rows, columns } = designMatrix;
  checkTargets(softTargets, rows);
  const penalties = penaltiesOf(l2, columns);
  const given = sampleWeights ?? new Float64Array(rows).fill(1);
  checkLength("sampleWeights", given, rows, "the rows of designMatrix");
  checkValues("sampleWeights", given, 0);
  checkEveryClass(softTargets, given);

  const scales = columnScales(designMatrix);
  const basis = sumZeroBasis(softTargets[0].length);
  const unit = weightScale(given);
  const weights = Float64Array.from(given, (weight) => weight * unit);
  const scaledPenalties = penalties.map(
    (penalty, j) => penalty && (penalty / scales[j] ** 2) * unit,
  );
  checkResult("l2", scaledPenalties);
  const features = scaledRows(designMatrix, scales);
  const objective = softmaxObjective(
    features,
    softTargets,
    weights,
    Float64Array.of(...scaledPenalties, 0),
    basis,
  );
  const size = columns + 1;
  const start = new Float64Array((basis.length - 1) * size);
  const minimum = minimiseOver(designMatrix, objective, start);
  const { parameters, gradientNorm, iterations } = minimum;
  const ofClass = basis.map((q) =>
    Float64Array.from({ length: size }, (_, j) =>
      q.reduce((sum, v, a) => sum + v * parameters[a * size + j], 0),
    ),
  );
  const free = [...penalties, 0].flatMap((penalty, j) => (penalty === 0 ? [j] : []));
  const rowsHeldBack = function* () {
    for (const [i, row] of features.entries()) {
      if (weights[i] === 0) continue;
      const p = softmax(ofClass.map((w) => dot(w, row)));
      yield* heldBack(row, softTargets[i], p, basis, free);
    }
  };
  if (!spans(free.length * (basis.length - 1), rowsHeldBack)) throw noOptimum();
  checkGradient(minimum);
  return {
    weights: ofClass.map((w) => scales.map((scale, j) => w[j] / scale)),
    intercepts: Float64Array.from(ofClass, (w) => w[columns]),
    gradientNorm: gradientNorm / unit,
    iterations,
  };
}

function checkTargets(softTargets: readonly ArrayLike<number>[], rows: number): void {
  if (softTargets.length !== rows) {
    throw new RangeError(
      `softTargets must have as many rows as designMatrix (${rows}), got ${softTargets.length}`,
    );
  }
  softTargets.forEach((row, i) => {
    checkDistribution(`softTargets[${i}]`, row);
    checkLength(`softTargets[${i}]`, row, softTargets[0].length, "softTargets[0]");
  });
  if (softTargets[0].length < 2) {
    throw new RangeError(`softTargets must have at least 2 classes, got ${softTargets[0].length}`);
  }
}

/** The free intercept of a class that no target has would run to -infinity. */
function checkEveryClass(
  softTargets: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
): void {
  for (let k = 0; k < softTargets[0].length; k++) {
    if (!softTargets.some((row, i) => row[k] > 0 && weights[i] > 0)) {
      throw new RangeError(
        `softTargets must hold every class for its intercept to have an optimum, got none of class ${k}`,
      );
    }
  }
}

/**
 * How one point holds the free parameters back: it fixes the differences of the logits of the classes that its target
 * has, or that it predicts to more than rounding. One row for each difference, in the parameters' order.
 */
function* heldBack(
  row: Float64Array,
  target: ArrayLike<number>,
  p: Float64Array,
  basis: readonly Float64Array[],
  free: readonly number[],
): Iterable<Float64Array> {
  let first: Float64Array | undefined;
  for (let k = 0; k < basis.length; k++) {
    if (!(target[k] > 0 || p[k] > NEGLIGIBLE_RESIDUAL)) continue;
    if (first === undefined) {
      first = basis[k];
      continue;
    }
    const held = new Float64Array(first.length * free.length);
    for (let a = 0, at = 0; a < first.length; a++) {
      for (const j of free) held[at++] = (basis[k][a] - first[a]) * row[j];
    }
    yield held;
  }
}

/** The rows of the design with columns scaled, and a 1 for the intercept at the end of each. */
function scaledRows(design: Matrix, scales: Float64Array): Float64Array[] {
  const rows = arraysOf(scales.length + 1, design.rows);
  rows.forEach((row, i) => {
    for (let j = 0; j < scales.length; j++) row[j] = design.get(i, j) / scales[j];
    row[scales.length] = 1;
  });
  return rows;
}
