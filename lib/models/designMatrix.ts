import { type AbstractMatrix, type Matrix, WrapperMatrix1D } from "ml-matrix";
import { checkLength, checkNumber, checkValues } from "../validate/checks.js";

/**
 * A matrix of zeros, of one row at least, in one array: making and collecting an array for each row, as a Matrix has them, takes
 * longer than many a fit.
 */
export const zeros = (rows: number, columns: number): AbstractMatrix =>
  new WrapperMatrix1D(new Float64Array(rows * columns), { rows });

/** Throws a RangeError unless `design` is a matrix of numbers in [-most, most] with a row at least. */
export function checkDesign(
  design: AbstractMatrix,
  name = "designMatrix",
  most = Number.MAX_VALUE,
): void {
  if (design.rows === 0) throw new RangeError(`${name} must not be empty, got 0 rows`);
  for (let i = 0; i < design.rows; i++) {
    for (let j = 0; j < design.columns; j++) {
      const value = design.get(i, j);
      // The name is put together for a bad entry only: doing so for each would take longer than the fit.
      if (!(Math.abs(value) <= most)) checkNumber(`${name}[${i}][${j}]`, value, -most, most);
    }
  }
}

/**
 * The largest absolute value of each column (1 for a column of zeros): a fit divides by these, since an unscaled
 * cubic reaches 27 000 and would cost half the digits.
 */
export function columnScales(design: AbstractMatrix): Float64Array {
  const scales = new Float64Array(design.columns);
  for (let i = 0; i < design.rows; i++) {
    for (let j = 0; j < design.columns; j++) {
      scales[j] = Math.max(scales[j], Math.abs(design.get(i, j)));
    }
  }
  return scales.map((scale) => scale || 1);
}

/** The design with a column of ones at the end, the intercept as a weight; its other columns are divided by `scales`. */
export function withConstant(design: AbstractMatrix, scales?: ArrayLike<number>): AbstractMatrix {
  const { rows, columns } = design;
  const extended = zeros(rows, columns + 1);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) extended.set(i, j, design.get(i, j) / (scales?.[j] ?? 1));
    extended.set(i, columns, 1);
  }
  return extended;
}

/** The ridge of each column of a design matrix: one number for all, or one each, none negative. */
export function penaltiesOf(l2: number | ArrayLike<number>, columns: number): Float64Array {
  if (typeof l2 === "number") {
    checkNumber("l2", l2, 0);
    return new Float64Array(columns).fill(l2);
  }
  checkLength("l2", l2, columns, "the columns of designMatrix");
  checkValues("l2", l2, 0);
  return Float64Array.from(l2);
}

/** `count` arrays of n zeros each, one behind the other in memory. */
export function arraysOf(n: number, count: number): Float64Array[] {
  const { buffer } = new Float64Array(n * count);
  const arrays: Float64Array[] = [];
  for (let k = 0; k < count; k++) {
    arrays.push(new Float64Array(buffer, k * n * Float64Array.BYTES_PER_ELEMENT, n));
  }
  return arrays;
}

/** A matrix that its decomposition may overwrite: ml-matrix would copy it, with an array for each of its entries. */
export function givenAway(matrix: AbstractMatrix): Matrix {
  const given = matrix as Matrix;
  given.clone = () => given;
  return given;
}
