import type { Real } from "./networkKernel.js";

/**
 * Fills `delta` with the derivative of the mean of tau² H(q_i, softmax(z_i / tau)) by the logits z_i, and returns that mean.
 *
 * @param placed the logits in `units`, row i from `i · stride + lanes` on; delta likewise
 * @param rows which rows of the targets belong to the logits
 */
export function softmaxGradient(
  { units, delta, outputs, stride }: { units: Real; delta: Real; outputs: number; stride: number },
  lanes: number,
  rows: ArrayLike<number>,
  softTargets: Float64Array,
  temperature: number,
): number {
  const n = rows.length;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const start = i * stride + lanes;
    const end = start + outputs;
    const shift = rows[i] * outputs - start;
    let most = -Infinity;
    for (let c = start; c < end; c++) if (units[c] > most) most = units[c];
    let total = 0;
    for (let c = start; c < end; c++) {
      const scaled = (units[c] - most) / temperature;
      const power = Math.exp(scaled);
      loss -= softTargets[c + shift] * scaled;
      delta[c] = power;
      total += power;
    }
    loss += Math.log(total);
    for (let c = start; c < end; c++) {
      delta[c] = (temperature / n) * (delta[c] / total - softTargets[c + shift]);
    }
  }
  return (temperature ** 2 * loss) / n;
}
