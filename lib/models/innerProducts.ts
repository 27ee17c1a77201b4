/**
 * Adds to the sums from `start` on the inner products of a vector with the first `count` columns.
 *
 * @example addProducts(sums, 0, Float64Array.of(1, 2), [Float64Array.of(3, 4)], 1) // sums[0] grows by 11
 */
export function addProducts(
  sums: Float64Array,
  start: number,
  vector: Float64Array,
  columns: readonly Float64Array[],
  count: number,
): void {
  let at = start;
  let l = 0;
  // Four at a time: each sum waits for its last addition, and the processor has the others to do meanwhile.
  for (; l + 3 < count; l += 4) {
    const a = columns[l];
    const b = columns[l + 1];
    const c = columns[l + 2];
    const d = columns[l + 3];
    let ofA = sums[at];
    let ofB = sums[at + 1];
    let ofC = sums[at + 2];
    let ofD = sums[at + 3];
    for (let i = 0; i < vector.length; i++) {
      const value = vector[i];
      ofA += value * a[i];
      ofB += value * b[i];
      ofC += value * c[i];
      ofD += value * d[i];
    }
    sums[at++] = ofA;
    sums[at++] = ofB;
    sums[at++] = ofC;
    sums[at++] = ofD;
  }
  for (; l < count; l++) {
    const column = columns[l];
    let sum = sums[at];
    for (let i = 0; i < vector.length; i++) sum += vector[i] * column[i];
    sums[at++] = sum;
  }
}

/** The inner product of two vectors of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
