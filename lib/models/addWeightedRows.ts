/**
 * Adds sum_i values[i] · rows[i] to one row of `out`: the only inner loop of a network's forward and backward pass.
 * Zeros are skipped, since three quarters of the pixels and half of the hidden units are 0; what is left is taken four
 * rows at a time, which loads and stores `out` a quarter as often.
 *
 * @param out where `width` sums are added, from index `start` on
 * @param values read at `first`, `first + stride`, …, `count` of them
 * @param rows count × width, row by row
 */
export function addWeightedRows(
  { out, start, width }: { out: Float64Array; start: number; width: number },
  { values, first, stride, count }: StridedValues,
  rows: Float64Array,
): void {
  let found = 0;
  if (rowStarts.length < count) {
    rowStarts = new Int32Array(count);
    factors = new Float64Array(count);
  }
  const starts = rowStarts;
  const scales = factors;
  for (let i = 0, at = first; i < count; i++, at += stride) {
    const value = values[at];
    if (value === 0) continue;
    scales[found] = value;
    starts[found++] = i * width;
  }
  let i = 0;
  for (; i + 3 < found; i += 4) {
    const a = scales[i];
    const b = scales[i + 1];
    const c = scales[i + 2];
    const d = scales[i + 3];
    const p = starts[i];
    const q = starts[i + 1];
    const r = starts[i + 2];
    const s = starts[i + 3];
    for (let k = 0; k < width; k++) {
      out[start + k] += a * rows[p + k] + b * rows[q + k] + (c * rows[r + k] + d * rows[s + k]);
    }
  }
  for (; i < found; i++) {
    const a = scales[i];
    const p = starts[i];
    for (let k = 0; k < width; k++) out[start + k] += a * rows[p + k];
  }
}

/** A row (stride 1) or a column of a matrix that is stored row by row. */
export interface StridedValues {
  values: Float64Array;
  first: number;
  stride: number;
  count: number;
}

let rowStarts = new Int32Array();
let factors = new Float64Array();
