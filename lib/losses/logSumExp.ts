import { checkNotEmpty, checkValues } from "../validate/checks.js";

/**
 * log(exp(z_1) + … + exp(z_d)), the smooth maximum; never overflows, since the largest value is taken out first.
 *
 * @param values d finite numbers, at least one
 * @returns a number from max(values) to max(values) + log d
 * @throws RangeError if there is no value or one is not finite
 * @see Blanchard, Higham & Higham 2021, "Accurately computing the log-sum-exp and softmax functions"
 * @example logSumExp([1e4, 1e4]) // 10000.69314718056
 */
export function logSumExp(values: ArrayLike<number>): number {
  checkNotEmpty("values", values);
  checkValues("values", values);
  let largest = 0;
  for (let k = 1; k < values.length; k++) if (values[k] > values[largest]) largest = k;
  let others = 0;
  for (let k = 0; k < values.length; k++) {
    if (k !== largest) others += Math.exp(values[k] - values[largest]);
  }
  return values[largest] + Math.log1p(others);
}
