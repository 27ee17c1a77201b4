import { softmax } from "../../losses/softmax.js";
import type { Rng } from "../../random/rng.js";
import { checkInteger } from "../../validate/checks.js";
import type { PlaneData, PlaneModel } from "./planeData.js";

/** How sure the true probabilities grow with the distance from the centre. */
const STEEPNESS = 2.5;
/** Radians by which the arms have turned at distance 1; they turn with the square of the distance. */
const TWIST = 0.3;

/** The pinwheel's three logits at a point: 2.5 r cos(φ + 0.3 r² - 2πk/3) in polar coordinates (r, φ). */
function pinwheelLogits(x1: number, x2: number): Float64Array {
  const r = Math.hypot(x1, x2);
  const angle = Math.atan2(x2, x1) + TWIST * r * r;
  return Float64Array.of(0, 1, 2).map(
    (k) => STEEPNESS * r * Math.cos(angle - (2 * Math.PI * k) / 3),
  );
}

/**
 * The true class probabilities of the pinwheel in the form of a model: three bent arms around the origin, alike up to a
 * third of a turn.
 *
 * @example pinwheelTruth.probabilities(planePoints([0, 0]))[0][1] // 0.3333333333333333
 */
export const pinwheelTruth: PlaneModel = {
  logits: ({ x1, x2 }) => Array.from(x1, (value, i) => pinwheelLogits(value, x2[i])),
  probabilities: (points, options) =>
    pinwheelTruth.logits(points).map((logits) => softmax(logits, options)),
};

/**
 * Draws n labelled points of the plane: both coordinates N(0, 1), the label from {@link pinwheelTruth}.
 * All coordinates are drawn before the first label.
 *
 * @param n how many examples, at least 1
 * @throws RangeError if n is not a whole number of at least 1
 * @example pinwheelData(seededStream("example"), 2).y // Uint8Array [ 1, 0 ]
 */
export function pinwheelData(rng: Rng, n: number): PlaneData {
  checkInteger("n", n, 1);
  const points = { x1: rng.normal(n), x2: rng.normal(n) };
  const uniforms = rng.uniform(n);
  const y = Uint8Array.from(pinwheelTruth.probabilities(points), ([first, second], i) => {
    if (uniforms[i] < first) return 0;
    return uniforms[i] < first + second ? 1 : 2;
  });
  return { ...points, y };
}
