/** A residual this small counts as none: a point that is followed so closely does not hold a weight back. */
export const NEGLIGIBLE_RESIDUAL = 1e-9;
/** What is left of a row of length 1, less its part along the rows before, counts from here on. */
const INDEPENDENT = 1e-9;

/**
 * Whether rows span the whole space of their columns, whatever the columns' scales. A fit without a penalty has one
 * finite optimum only if the rows of the points that hold it back do: along any other direction nothing changes, or the
 * weights run to infinity.
 *
 * @param size columns; 0 are always spanned
 * @param rows gives the rows anew each time it is called
 * @example spans(2, () => [Float64Array.of(1, 0), Float64Array.of(1, 1)]) // true
 */
export function spans(size: number, rows: () => Iterable<Float64Array>): boolean {
  if (size === 0) return true;
  if (size === 1) {
    for (const [value] of rows()) if (value !== 0) return true;
    return false;
  }
  const scales = new Float64Array(size);
  for (const row of rows()) {
    for (let j = 0; j < size; j++) scales[j] = Math.max(scales[j], Math.abs(row[j]));
  }
  const basis: Float64Array[] = [];
  for (const row of rows()) {
    if (basis.length === size) break;
    const rest = unit(row.map((value, j) => (scales[j] === 0 ? 0 : value / scales[j])));
    // Twice, since the first time leaves rounding of the parts taken away.
    for (const direction of [...basis, ...basis]) {
      const along = rest.reduce((sum, value, j) => sum + value * direction[j], 0);
      for (let j = 0; j < size; j++) rest[j] -= along * direction[j];
    }
    if (Math.hypot(...rest) > INDEPENDENT) basis.push(unit(rest));
  }
  return basis.length === size;
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/**
 * The power of two that brings the largest weight of the examples, by its size, into [1, 2): multiplied by it, weights and penalties
 * have the same optimum, digit for digit, whatever their common scale was.
 *
 * @example weightScale([0.25, 0.125]) // 4
 */
export function weightScale(weights: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < weights.length; i++) largest = Math.max(largest, Math.abs(weights[i]));
  return largest === 0 ? 1 : 2 ** Math.min(-Math.floor(Math.log2(largest)), 1023);
}
