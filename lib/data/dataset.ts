import { checkLength, checkValues, formatValue } from "../validate/checks.js";

/** Inputs on the line with one binary label each. */
export interface BinaryData {
  /** Inputs, n of them. */
  x: Float64Array;
  /** Labels in {0, 1}, n of them. */
  y: Uint8Array;
}

/** Throws unless the inputs are finite numbers with a label of 0 or 1 each; names the first that is not. */
export function checkBinaryData(name: string, { x, y }: BinaryData): void {
  checkValues(`${name}.x`, x);
  checkLength(`${name}.y`, y, x.length, `${name}.x`);
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 0 && y[i] !== 1) {
      throw new RangeError(`${name}.y[${i}] must be 0 or 1, got ${formatValue(y[i])}`);
    }
  }
}
