import type { Rng } from "../random/rng.js";
import {
  checkArray,
  checkIntegers,
  checkResult,
  checkValues,
  describe,
} from "../validate/checks.js";
import { addWeightedRows } from "./addWeightedRows.js";

/**
 * A multilayer perceptron: fully connected layers, ReLU between them, logits at the end. It is written here, not
 * taken from a library; docs/decisions/own-network.md has the measurements behind that.
 */
export interface Network {
  /** Units a layer, from the inputs to the classes: [196, 32, 10] has one hidden layer of 32. */
  sizes: readonly number[];
  /** All weights and biases, layer after layer: weights (inputs × outputs, row by row), then biases. */
  parameters: Float64Array;
}

/** One layer as views into the parameters (or into a gradient of the same length). */
export interface Layer {
  inputs: number;
  outputs: number;
  /** inputs × outputs, row by row. */
  weights: Float64Array;
  /** outputs. */
  biases: Float64Array;
}

/** The layers of a vector of parameters; they share its memory. */
export function layersOf(sizes: readonly number[], parameters: Float64Array): Layer[] {
  let end = 0;
  const take = (length: number) => {
    end += length;
    return parameters.subarray(end - length, end);
  };
  return sizes.slice(1).map((outputs, k) => {
    const inputs = sizes[k];
    return { inputs, outputs, weights: take(inputs * outputs), biases: take(outputs) };
  });
}

/**
 * How many weights and biases a network has.
 *
 * @throws RangeError where sizes has fewer than 2 layers or a layer has no unit
 * @example parameterCount([2, 3, 1]) // 13
 */
export function parameterCount(sizes: readonly number[]): number {
  checkArray("sizes", sizes);
  if (sizes.length < 2) {
    throw new RangeError(`sizes must name at least 2 layers, got ${describe(sizes)}`);
  }
  checkIntegers("sizes", sizes, 1);
  return sizes.slice(1).reduce((sum, outputs, k) => sum + (sizes[k] + 1) * outputs, 0);
}

/**
 * An untrained network: weights N(0, 2 / inputs) and biases 0.
 *
 * @param sizes units a layer, at least 2 layers
 * @param rng where the weights come from
 * @throws RangeError where sizes has fewer than 2 layers or a layer has no unit
 * @see He et al. 2015, "Delving deep into rectifiers", section 2.2
 * @example initialNetwork([2, 3, 1], seededStream("example")).parameters.length // 13
 */
export function initialNetwork(sizes: readonly number[], rng: Rng): Network {
  const parameters = new Float64Array(parameterCount(sizes));
  for (const { inputs, weights } of layersOf(sizes, parameters)) {
    const spread = Math.sqrt(2 / inputs);
    weights.set(rng.normal(weights.length).map((z) => z * spread));
  }
  return { sizes: [...sizes], parameters };
}

/**
 * The logits of a network for every row of its inputs.
 *
 * @param inputs n × sizes[0], row by row, finite
 * @returns n × classes, row by row
 * @throws RangeError where inputs is not made of whole rows, or a value or a logit is not finite
 * @example networkLogits({ sizes: [1, 1], parameters: Float64Array.of(2, 1) }, Float64Array.of(3)) // Float64Array [ 7 ]
 */
export function networkLogits(network: Network, inputs: Float64Array): Float64Array {
  const n = checkInputs(network, inputs);
  const layers = layersOf(network.sizes, network.parameters);
  const logits = forward(layers, inputs, n).at(-1) as Float64Array;
  checkResult("inputs or network.parameters", logits);
  return logits;
}

/** Checks a network with its inputs and returns the number of rows. */
export function checkInputs({ sizes, parameters }: Network, inputs: Float64Array): number {
  const needed = parameterCount(sizes);
  checkArray("network.parameters", parameters);
  if (parameters.length !== needed) {
    throw new RangeError(`network must have ${needed} parameters, got ${parameters.length}`);
  }
  checkValues("network.parameters", parameters);
  checkValues("inputs", inputs);
  if (inputs.length === 0 || inputs.length % sizes[0] !== 0) {
    throw new RangeError(
      `inputs must be made of rows of ${sizes[0]}, at least one, got ${inputs.length} values`,
    );
  }
  return inputs.length / sizes[0];
}

/** The activations after each layer, n rows each: ReLU after all but the last. */
export function forward(layers: readonly Layer[], inputs: Float64Array, n: number): Float64Array[] {
  let rows = inputs;
  return layers.map((layer, k) => {
    rows = affine(layer, rows, n);
    if (k < layers.length - 1) {
      for (let i = 0; i < rows.length; i++) if (rows[i] < 0) rows[i] = 0;
    }
    return rows;
  });
}

/** biases + rows · weights. */
function affine({ inputs, outputs, weights, biases }: Layer, rows: Float64Array, n: number) {
  const out = new Float64Array(n * outputs);
  for (let i = 0; i < n; i++) {
    out.set(biases, i * outputs);
    addWeightedRows(
      { out, start: i * outputs, width: outputs },
      { values: rows, first: i * inputs, stride: 1, count: inputs },
      weights,
    );
  }
  return out;
}
