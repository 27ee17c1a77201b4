import type { Rng } from "../../random/rng.js";
import { checkInteger, checkNumber, checkResult } from "../../validate/checks.js";
import type { PlaneData, PlanePoints } from "./planeData.js";

/** How sure the true probabilities grow with the distance from the centre. */
const STEEPNESS = 2.5;
/** Radians by which the arms have turned at distance 1; they turn with the square of the distance. */
const TWIST = 0.3;

/**
 * The true class probabilities of the pinwheel, three bent arms around the origin: softmax over k of
 * 2.5 r cos(φ + 0.3 r² - 2πk/3) in polar coordinates (r, φ).
 *
 * @param x1 any finite number whose square is one
 * @param x2 likewise
 * @returns three probabilities; all classes are alike up to a third of a turn
 * @throws RangeError where a coordinate or its square is not finite
 * @example pinwheelEta(0, 0) // Float64Array [ 0.3333333333333333, 0.3333333333333333, 0.3333333333333333 ]
 */
export function pinwheelEta(x1: number, x2: number): Float64Array {
  checkNumber("x1", x1);
  checkNumber("x2", x2);
  const r = Math.hypot(x1, x2);
  checkResult("x1 or x2", r * r);
  const angle = Math.atan2(x2, x1) + TWIST * r * r;
  const logits = Float64Array.of(0, 1, 2).map(
    (k) => STEEPNESS * r * Math.cos(angle - (2 * Math.PI * k) / 3),
  );
  const powers = logits.map((z) => Math.exp(z - Math.max(...logits)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The truth in the form of a model: {@link pinwheelEta} at points, n rows of three probabilities. */
export const pinwheelTruth = {
  probabilities: ({ x1, x2 }: PlanePoints): Float64Array[] =>
    Array.from(x1, (value, i) => pinwheelEta(value, x2[i])),
};

/**
 * Draws n labelled points of the plane: both coordinates N(0, 1), the label from {@link pinwheelEta}.
 * All coordinates are drawn before the first label.
 *
 * @param rng where the numbers come from
 * @param n how many examples, at least 1
 * @throws RangeError where n is not a whole number of at least 1
 * @example pinwheelData(seededStream("example"), 2).y // Uint8Array [ 1, 0 ]
 */
export function pinwheelData(rng: Rng, n: number): PlaneData {
  checkInteger("n", n, 1);
  const x1 = rng.normal(n);
  const x2 = rng.normal(n);
  const uniforms = rng.uniform(n);
  const y = Uint8Array.from(uniforms, (u, i) => {
    const [first, second] = pinwheelEta(x1[i], x2[i]);
    if (u < first) return 0;
    return u < first + second ? 1 : 2;
  });
  return { x1, x2, y };
}
