/** Inputs on the line with one binary label each. */
export interface BinaryData {
  /** Inputs, n of them. */
  x: Float64Array;
  /** Labels in {0, 1}, n of them. */
  y: Uint8Array;
}

/** Points of the plane. */
export interface PlanePoints {
  /** First coordinates, n of them. */
  x1: Float64Array;
  /** Second coordinates, as many. */
  x2: Float64Array;
}

/** Points of the plane with one of d labels each. */
export interface PlaneData extends PlanePoints {
  /** Labels in {0, …, d - 1}, n of them. */
  y: Uint8Array;
}
