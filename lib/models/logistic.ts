import type { AbstractMatrix } from "ml-matrix";
import { sigmoid } from "../losses/softplus.js";
import { checkLength, checkNumber, checkResult, checkValues } from "../validate/checks.js";
import { arraysOf, checkDesign, columnScales, penaltiesOf } from "./designMatrix.js";
import type { LinearModel } from "./linearModel.js";
import { logisticObjective } from "./logisticObjective.js";
import { checkGradient, minimiseOver, noOptimum } from "./newton.js";
import { NEGLIGIBLE_RESIDUAL, spans, weightScale } from "./uniqueOptimum.js";

export interface LogisticOptions {
  /** Ridge: adds l2/2 times the squared weight, the same for all weights or one number each. Default 0. */
  l2?: number | ArrayLike<number>;
  /** Ridge on the intercept. Default 0: the intercept is free, as in scikit-learn. */
  interceptL2?: number;
  /** Without an intercept it stays 0. Default true. */
  intercept?: boolean;
  /** n non-negative weights of the examples. Default all 1. */
  sampleWeights?: ArrayLike<number>;
}

/** A logistic regression at its optimum. */
export interface LogisticFit extends LinearModel {
  /** Euclidean norm of the objective's gradient at the solution, with columns scaled to a largest entry of 1. */
  gradientNorm: number;
  /** Newton steps taken. */
  iterations: number;
}

/**
 * Logistic regression on hard or soft targets, converged by Newton's method. It minimises
 * sum_i w_i [log(1 + exp(z_i)) - t_i z_i] + sum_j l2_j weights_j² / 2, in nats, with z = intercept + X · weights;
 * scikit-learn's C is 1 / l2.
 *
 * @param designMatrix n × d, finite; without a constant column
 * @param softTargets n probabilities of label 1
 * @throws RangeError if lengths differ, a value is outside its domain, a free intercept meets targets
 * of one class only, the data are separable without a penalty, l2 overflows over the square of a column, or the entries of
 * designMatrix are too far apart in size for double precision
 * @example fitLogistic(new Matrix([[-1], [1]]), [0.25, 0.75]).weights // Float64Array [ 1.0986122886681098 ]
 */
export function fitLogistic(
  designMatrix: AbstractMatrix,
  softTargets: ArrayLike<number>,
  options: LogisticOptions = {},
): LogisticFit {
  return logisticFitter(designMatrix, options)(softTargets);
}

/**
 * {@link fitLogistic} of one design matrix to any targets: what does not depend on them is done once.
 *
 * @returns a function of n probabilities of label 1
 * @example logisticFitter(new Matrix([[-1], [1]]))([0.25, 0.75]).weights // Float64Array [ 1.0986122886681098 ]
 */
export function logisticFitter(
  designMatrix: AbstractMatrix,
  { l2 = 0, interceptL2 = 0, intercept = true, sampleWeights }: LogisticOptions = {},
): (softTargets: ArrayLike<number>) => LogisticFit {
  checkDesign(designMatrix);
  const { rows, columns } = designMatrix;
  checkNumber("interceptL2", interceptL2, 0);
  const penalties = penaltiesOf(l2, columns);
  const weights = new Float64Array(rows).fill(1);
  if (sampleWeights) {
    checkLength("sampleWeights", sampleWeights, rows, "the rows of designMatrix");
    checkValues("sampleWeights", sampleWeights, 0);
    weights.set(sampleWeights);
  }
  const scales = columnScales(designMatrix);
  const columnsOf = scaledColumns(designMatrix, scales, intercept);
  const unit = weightScale(weights);
  for (let i = 0; i < rows; i++) weights[i] *= unit;
  const scaledPenalties = penalties.map(
    (penalty, j) => penalty && (penalty / scales[j] ** 2) * unit,
  );
  checkResult("l2", scaledPenalties);
  const objectiveOf = logisticObjective(
    columnsOf,
    weights,
    intercept ? Float64Array.of(...scaledPenalties, interceptL2 * unit) : scaledPenalties,
  );
  const free = columnsOf.filter((_, j) => (j < columns ? penalties[j] : interceptL2) === 0);
  return (softTargets) => {
    checkLength("softTargets", softTargets, rows, "the rows of designMatrix");
    checkValues("softTargets", softTargets, 0, 1);
    if (intercept && interceptL2 === 0) checkBothClasses(softTargets, weights);
    const start = new Float64Array(columnsOf.length);
    const minimum = minimiseOver(designMatrix, objectiveOf(softTargets), start);
    const { parameters, gradientNorm, iterations } = minimum;
    const logitOf = (i: number) =>
      columnsOf.reduce((sum, column, j) => sum + parameters[j] * column[i], 0);
    if (!spans(free.length, heldBack(free, softTargets, weights, logitOf))) throw noOptimum();
    checkGradient(minimum);
    return {
      weights: Float64Array.from(scales, (scale, j) => parameters[j] / scale),
      intercept: intercept ? parameters[columns] : 0,
      gradientNorm: gradientNorm / unit,
      iterations,
    };
  };
}

function checkBothClasses(targets: ArrayLike<number>, weights: ArrayLike<number>): void {
  let least = 1;
  let most = 0;
  for (let i = 0; i < targets.length; i++) {
    if (weights[i] === 0) continue;
    least = Math.min(least, targets[i]);
    most = Math.max(most, targets[i]);
  }
  if (most === 0 || least === 1) {
    const value = most === 0 ? 0 : 1;
    throw new RangeError(
      `softTargets must hold both classes for a free intercept to have an optimum, got only ${value}s`,
    );
  }
}

/** The points that hold the free columns back: those whose target is soft, or not followed to rounding. */
function heldBack(
  free: readonly Float64Array[],
  targets: ArrayLike<number>,
  weights: Float64Array,
  logitOf: (i: number) => number,
): () => Iterable<Float64Array> {
  return function* () {
    for (let i = 0; i < weights.length; i++) {
      if (weights[i] === 0) continue;
      const isSoft = targets[i] > 0 && targets[i] < 1;
      if (isSoft || Math.abs(sigmoid(logitOf(i)) - targets[i]) > NEGLIGIBLE_RESIDUAL) {
        yield Float64Array.from(free, (column) => column[i]);
      }
    }
  };
}

/** The columns of the design, scaled, and one of ones for the intercept. */
function scaledColumns(
  design: AbstractMatrix,
  scales: Float64Array,
  intercept: boolean,
): Float64Array[] {
  const columns = arraysOf(design.rows, design.columns + (intercept ? 1 : 0));
  for (let j = 0; j < design.columns; j++) {
    for (let i = 0; i < design.rows; i++) columns[j][i] = design.get(i, j) / scales[j];
  }
  if (intercept) columns[design.columns].fill(1);
  return columns;
}
