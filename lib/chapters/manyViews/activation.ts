import { KNEE } from "../../models/kernelCode.js";

/** The smoothed ReLU of power 3: 0 up to 0, z³ / (3 · 0.3²) up to 0.3, then z - 0.2. */
export function activation(z: number): number {
  const low = Math.min(Math.max(z, 0), KNEE);
  return low ** 3 / (3 * KNEE ** 2) + Math.max(z - low, 0);
}
