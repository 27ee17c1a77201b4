import { type AbstractMatrix, QrDecomposition, WrapperMatrix1D } from "ml-matrix";
import { checkLength, checkResult, checkValues } from "../validate/checks.js";
import { checkDesign, columnScales, givenAway, withConstant } from "./designMatrix.js";
import type { LinearModel } from "./linearModel.js";
import { weightScale } from "./uniqueOptimum.js";

/**
 * Ordinary least squares with an intercept, by QR of the design with scaled columns.
 *
 * @param designMatrix n × d, finite, n > d, without a constant column
 * @param targets n finite numbers
 * @throws RangeError if lengths differ, a value is not finite, the columns are linearly dependent, or a weight overflows
 * @example fitLeastSquares(new Matrix([[0], [1], [2]]), [1, 3, 5]) // { weights: [2], intercept: 1 }
 */
export function fitLeastSquares(
  designMatrix: AbstractMatrix,
  targets: ArrayLike<number>,
): LinearModel {
  checkDesign(designMatrix);
  checkLength("targets", targets, designMatrix.rows, "the rows of designMatrix");
  checkValues("targets", targets);
  const { rows, columns } = designMatrix;
  if (rows <= columns) {
    throw new RangeError(
      `designMatrix must have more rows than columns (${columns}) to fit an intercept too, got ${rows}`,
    );
  }
  const scales = columnScales(designMatrix);
  const qr = new QrDecomposition(givenAway(withConstant(designMatrix, scales)));
  if (!isWellConditioned(qr.upperTriangularMatrix)) {
    throw new RangeError(
      "designMatrix must have linearly independent columns (the intercept's included)",
    );
  }
  // Targets near the largest number would overflow in the sums; a power of two leaves the digits as they are.
  const unit = weightScale(targets);
  const scaled = new Float64Array(targets);
  for (let i = 0; i < rows; i++) scaled[i] *= unit;
  const solution = qr.solve(givenAway(new WrapperMatrix1D(scaled, { rows })));
  const parameters = solution.getColumn(0).map((value) => value / unit);
  const weights = Float64Array.from(scales, (scale, j) => parameters[j] / scale);
  checkResult("targets", [...weights, parameters[columns]]);
  return { weights, intercept: parameters[columns] };
}

/** QR without pivoting shows linear dependence as a diagonal entry lost in rounding. */
function isWellConditioned(upperTriangular: AbstractMatrix): boolean {
  const diagonal = upperTriangular.diagonal().map(Math.abs);
  return Math.min(...diagonal) > 1e-12 * Math.max(...diagonal);
}
