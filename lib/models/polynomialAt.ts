import type { LinearModel } from "./linearModel.js";

/**
 * The value of a model on polynomial features at one input, by Horner's rule: no array is made, for integrands that
 * are called millions of times.
 *
 * @param model with the weights of x, x², x³, …
 * @example polynomialAt({ weights: Float64Array.of(0, 1), intercept: 1 }, 3) // 10
 */
export function polynomialAt({ weights, intercept }: LinearModel, x: number): number {
  let value = 0;
  for (let j = weights.length - 1; j >= 0; j--) value = (value + weights[j]) * x;
  return value + intercept;
}

/**
 * The polynomial with the model's weights as coefficients, at every input; no design matrix is built.
 *
 * @param values where the result goes, as long as the inputs; a new array by default
 * @example horner({ weights: Float64Array.of(1, 2), intercept: 3 }, Float64Array.of(2)) // Float64Array [ 13 ]
 */
export function horner(
  { weights, intercept }: LinearModel,
  inputs: Float64Array,
  values: Float64Array = new Float64Array(inputs.length),
): Float64Array {
  let i = 0;
  // Four at a time: each value waits for its last multiplication, and the processor has the others to do meanwhile.
  for (; i + 3 < inputs.length; i += 4) {
    const w = inputs[i];
    const x = inputs[i + 1];
    const y = inputs[i + 2];
    const z = inputs[i + 3];
    let atW = 0;
    let atX = 0;
    let atY = 0;
    let atZ = 0;
    for (let j = weights.length - 1; j >= 0; j--) {
      const weight = weights[j];
      atW = (atW + weight) * w;
      atX = (atX + weight) * x;
      atY = (atY + weight) * y;
      atZ = (atZ + weight) * z;
    }
    values[i] = atW + intercept;
    values[i + 1] = atX + intercept;
    values[i + 2] = atY + intercept;
    values[i + 3] = atZ + intercept;
  }
  for (; i < inputs.length; i++) values[i] = polynomialAt({ weights, intercept }, inputs[i]);
  return values;
}
