/** Where the power ends and the line of slope 1 begins. */
const KNEE = 0.3;
const CUBIC = 1 / (3 * KNEE ** 2);
const SQUARE = 1 / KNEE ** 2;

/** The smoothed ReLU of power 3: 0 up to 0, z³ / (3 · 0.3²) up to 0.3, then z - 0.2. */
export function activation(z: number): number {
  const low = clip(z);
  return CUBIC * low * low * low + Math.max(z - low, 0);
}

/** The derivative of the activation. */
export const slope = (z: number): number => SQUARE * clip(z) * clip(z);

/** z in the range of the power. */
const clip = (z: number): number => Math.min(Math.max(z, 0), KNEE);
