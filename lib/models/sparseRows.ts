/** Rows without their zeros: row i has the values from starts[i] up to starts[i + 1], in the columns beside them. */
export interface SparseRows {
  starts: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

/**
 * The rows of inputs as a network reads them: a 1 for the biases in column 0, then what is not 0, of column j in
 * column j + 1.
 *
 * @param inputs n × width
 */
export function sparseRows(inputs: Float64Array, width: number): SparseRows {
  const n = inputs.length / width;
  let filled = n;
  for (let i = 0; i < inputs.length; i++) if (inputs[i] !== 0) filled++;
  const starts = new Int32Array(n + 1);
  const columns = new Int32Array(filled);
  const values = new Float64Array(filled);
  let place = 0;
  for (let i = 0, at = 0; i < n; i++) {
    values[place++] = 1;
    for (let j = 1; j <= width; j++, at++) {
      if (inputs[at] === 0) continue;
      columns[place] = j;
      values[place++] = inputs[at];
    }
    starts[i + 1] = place;
  }
  return { starts, columns, values };
}
