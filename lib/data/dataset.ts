/** Inputs on the line with one binary label each. */
export interface BinaryData {
  /** Inputs, n of them. */
  x: Float64Array;
  /** Labels in {0, 1}, n of them. */
  y: Uint8Array;
}
