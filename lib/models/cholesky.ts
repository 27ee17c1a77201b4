/**
 * Cholesky's decomposition A = L Lᵀ, in place. It is ml-matrix's, digit for digit, without its objects for each matrix and row: with them the
 * studies of 02, thousands of fits of twenty examples, take two to three times as long.
 *
 * @param matrix A, k × k, row by row; only its lower triangle is read, and L takes that triangle's place
 * @returns whether A is positive definite; if it is not, there is no L
 * @see Golub & Van Loan 2013, Matrix Computations, section 4.2
 * @example decompose(Float64Array.of(4, 0, 2, 0), 2) // false
 */
export function decompose(matrix: Float64Array, k: number): boolean {
  for (let j = 0; j < k; j++) {
    const row = j * k;
    let squares = 0;
    for (let l = 0; l < j; l++) {
      const other = l * k;
      let sum = 0;
      for (let i = 0; i < l; i++) sum += matrix[other + i] * matrix[row + i];
      const entry = (matrix[row + l] - sum) / matrix[other + l];
      matrix[row + l] = entry;
      squares += entry * entry;
    }
    const rest = matrix[row + j] - squares;
    if (!(rest > 0)) return false;
    matrix[row + j] = Math.sqrt(rest);
  }
  return true;
}

/**
 * The solution x of L Lᵀ x = column.
 *
 * @param factor L of {@link decompose}
 * @param column k numbers
 * @example solve(Float64Array.of(2, 0, 1, 1), Float64Array.of(2, 2)) // Float64Array [ 0, 1 ]
 */
export function solve(factor: Float64Array, column: Float64Array): Float64Array {
  const x = column.slice();
  const k = x.length;
  for (let j = 0; j < k; j++) {
    let rest = x[j];
    for (let i = 0; i < j; i++) rest -= x[i] * factor[j * k + i];
    x[j] = rest / factor[j * k + j];
  }
  for (let j = k - 1; j >= 0; j--) {
    let rest = x[j];
    for (let i = j + 1; i < k; i++) rest -= x[i] * factor[i * k + j];
    x[j] = rest / factor[j * k + j];
  }
  return x;
}
