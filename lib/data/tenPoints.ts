import type { BinaryData } from "./dataset.js";

/** Ten labelled points that no threshold separates: small enough to follow by hand. */
export const TEN_POINTS: BinaryData = {
  x: Float64Array.of(-2, -1.2, -0.5, 0.1, 0.8, 1.5, 2.1, -1.6, 0.4, 1.1),
  y: Uint8Array.of(0, 1, 0, 1, 0, 1, 1, 0, 1, 0),
};
