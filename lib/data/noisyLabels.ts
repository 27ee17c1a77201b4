import type { SeededStream } from "../random/seededStream.js";

/**
 * Corrupts labels: each is replaced, with probability `noise`, by one drawn evenly from all classes (possibly by itself).
 *
 * @param labels n whole numbers from 0 to classes - 1
 * @param options.noise in [0, 1]; 0 leaves every label as it is
 * @example noisyLabels(Uint8Array.of(3, 7), { noise: 0, classes: 10 }, seededStream("a")) // Uint8Array [ 3, 7 ]
 */
export function noisyLabels(
  labels: Uint8Array,
  { noise, classes }: { noise: number; classes: number },
  stream: SeededStream,
): Uint8Array {
  return labels.map((label) => {
    const [chance, which] = stream.uniform(2);
    return chance < noise ? Math.floor(which * classes) : label;
  });
}
