import type { Real } from "./networkKernel.js";

/** Fills in the rows of inputs without their zeros, a 1 in front, and returns where each begins. */
export function fillSparse(inputs: Float64Array, width: number, values: Real, columns: Int32Array) {
  const starts = new Int32Array(inputs.length / width + 1);
  let place = 0;
  for (let i = 0, at = 0; at < inputs.length; i++) {
    values[place++] = 1;
    for (let j = 1; j <= width; j++, at++) {
      if (inputs[at] === 0) continue;
      columns[place] = j;
      values[place++] = inputs[at];
    }
    starts[i + 1] = place;
  }
  return starts;
}
