import { checkInteger, checkNumber, checkValues } from "../validate/checks.js";

/**
 * The softmax of every row of logits at a temperature: exp(z_c / tau) over their sum. It never overflows.
 *
 * @param logits n × classes, row by row, finite
 * @param classes at least 1
 * @param options.temperature above 0. Default 1; larger ones soften
 * @returns n × classes probabilities
 * @throws RangeError or TypeError where an argument is out of its domain
 * @see Hinton, Vinyals & Dean 2015, equation 1
 * @example softmaxRows([0, Math.log(3)], 2) // Float64Array [ 0.25, 0.75 ]
 */
export function softmaxRows(
  logits: ArrayLike<number>,
  classes: number,
  { temperature = 1 } = {},
): Float64Array {
  checkValues("logits", logits);
  checkRows("logits", logits, classes);
  checkNumber("temperature", temperature, Number.MIN_VALUE);
  const rows = new Float64Array(logits);
  for (let start = 0; start < rows.length; start += classes) {
    const end = start + classes;
    let most = -Infinity;
    for (let c = start; c < end; c++) most = Math.max(most, rows[c]);
    let total = 0;
    for (let c = start; c < end; c++) {
      rows[c] = Math.exp((rows[c] - most) / temperature);
      total += rows[c];
    }
    for (let c = start; c < end; c++) rows[c] /= total;
  }
  return rows;
}

/** Throws unless `values` is made of whole rows, one value for each of the classes. */
export function checkRows(name: string, values: ArrayLike<number>, classes: number): void {
  checkInteger("classes", classes, 1);
  if (values.length % classes !== 0) {
    throw new RangeError(`${name} must be rows of ${classes}, got ${values.length} values`);
  }
}
