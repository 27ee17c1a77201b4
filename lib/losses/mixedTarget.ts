import { checkAlpha, checkDistribution, checkLabel } from "./classChecks.js";

/**
 * The mixed target (δ_y + α T) / (1 + α): the label, softened by the teacher.
 *
 * @param label y, a whole number from 0 to d - 1
 * @param teacher T, d probabilities that sum to 1
 * @param alpha weight of the teacher, from 0 (the label alone) to Infinity (the teacher alone)
 * @returns d probabilities
 * @throws RangeError or TypeError where an argument is out of its domain
 * @example mixedTarget(0, [0.5, 0.5], 1) // Float64Array [ 0.75, 0.25 ]
 */
export function mixedTarget(
  label: number,
  teacher: ArrayLike<number>,
  alpha: number,
): Float64Array {
  checkDistribution("teacher", teacher);
  checkLabel(label, teacher.length);
  checkAlpha(alpha);
  const share = teacherShare(alpha);
  const labelShare = 1 / (1 + alpha);
  return Float64Array.from(teacher, (p, k) => (k === label ? labelShare : 0) + share * p);
}

/**
 * The teacher's share of the mixed target, α / (1 + α): 0 at α = 0 and 1 at α = Infinity.
 *
 * @throws RangeError where alpha is negative or NaN
 * @example teacherShare(3) // 0.75
 */
export function teacherShare(alpha: number): number {
  checkAlpha(alpha);
  return alpha === Infinity ? 1 : alpha / (1 + alpha);
}

/**
 * The constant c_α between the combined loss and the cross-entropy to the mixed target: 1 + α; it is 1 at
 * α = Infinity, where the combined loss is defined as the teacher's term alone.
 *
 * @throws RangeError where alpha is negative or NaN
 * @example lossScale(4) // 5
 */
export function lossScale(alpha: number): number {
  checkAlpha(alpha);
  return alpha === Infinity ? 1 : 1 + alpha;
}
