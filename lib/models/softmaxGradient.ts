import type { NetworkKernel } from "./networkKernel.js";
import type { Arrays, Real } from "./wasmKernel.js";

/** Soft targets in a kernel's memory, rows of `classes` and a 0 where that is odd, and room for the numbers of some rows. */
export interface PlacedTargets {
  values: Float64Array;
  rows: Int32Array;
  classes: number;
}

const toPairs = (n: number) => 2 * Math.ceil(n / 2);

/** Room for soft targets, n × classes, of which `capacity` rows are wanted at a time. */
export const placeTargets = (
  { double, whole }: Pick<Arrays, "double" | "whole">,
  softTargets: Float64Array,
  classes: number,
  capacity: number,
): PlacedTargets => ({
  values: double((softTargets.length / classes) * toPairs(classes)),
  rows: whole(capacity),
  classes,
});

export function fillTargets({ values, classes }: PlacedTargets, softTargets: Float64Array): void {
  const stride = toPairs(classes);
  for (let i = 0, at = 0; i < softTargets.length; i += classes, at += stride) {
    for (let c = 0; c < classes; c++) values[at + c] = softTargets[i + c];
  }
}

/**
 * Fills `delta` with the derivative of the mean of tau² H(q_i, softmax(z_i / tau)) by the logits z_i.
 *
 * @param placed the logits, row i from `i · stride + lanes` on, at least 2, and a free number behind an odd number of them; delta likewise
 * @param rows which rows of the targets belong to the logits
 */
export function softmaxGradient(
  kernel: NetworkKernel,
  { units, delta, stride }: { units: Real; delta: Real; stride: number },
  lanes: number,
  rows: ArrayLike<number>,
  targets: PlacedTargets,
  temperature: number,
): void {
  const { values, classes } = targets;
  const bytes = units.BYTES_PER_ELEMENT;
  targets.rows.set(rows);
  kernel.softmaxGradient(
    units.byteOffset + lanes * bytes,
    delta.byteOffset + lanes * bytes,
    stride * bytes,
    classes * bytes,
    targets.rows.byteOffset,
    targets.rows.byteOffset + 4 * rows.length,
    values.byteOffset,
    8 * toPairs(classes),
    temperature,
    temperature / rows.length,
  );
}
