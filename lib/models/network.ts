import type { Rng } from "../random/rng.js";
import {
  checkChoice,
  checkIntegers,
  checkNumber,
  checkResult,
  checkValues,
  formatValue,
} from "../validate/checks.js";
import type { Precision } from "./networkKernel.js";
import { networkWorkspace } from "./networkWorkspace.js";
import { type SparseRows, sparseRows } from "./sparseRows.js";

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

/**
 * How many weights and biases a network has.
 *
 * @throws RangeError if sizes has fewer than 2 layers or a layer has no unit
 * @example parameterCount([2, 3, 1]) // 13
 */
export function parameterCount(sizes: readonly number[]): number {
  if (sizes.length < 2) {
    throw new RangeError(`sizes must name at least 2 layers, got ${formatValue(sizes)}`);
  }
  checkIntegers("sizes", sizes, 1);
  return sizes.slice(1).reduce((sum, outputs, k) => sum + (sizes[k] + 1) * outputs, 0);
}

/**
 * An untrained network: weights N(0, scale² · 2 / inputs) and biases 0.
 *
 * @param sizes units a layer, at least 2 layers
 * @param rng where the weights come from
 * @param scale of the weights, 1 as He et al. have it
 * @throws RangeError if sizes has fewer than 2 layers, a layer has no unit or scale is negative
 * @see He et al. 2015, "Delving deep into rectifiers", section 2.2
 * @example initialNetwork([2, 3, 1], seededStream("example")).parameters.length // 13
 */
export function initialNetwork(sizes: readonly number[], rng: Rng, scale = 1): Network {
  const parameters = new Float64Array(parameterCount(sizes));
  checkNumber("scale", scale, 0);
  let start = 0;
  for (const [k, outputs] of sizes.slice(1).entries()) {
    const spread = scale * Math.sqrt(2 / sizes[k]);
    const weights = rng.normal(sizes[k] * outputs).map((z) => z * spread);
    parameters.set(weights, start);
    start += weights.length + outputs;
  }
  return { sizes: [...sizes], parameters };
}

/** Rows whose logits are computed at a time. */
const BLOCK = 250;

/**
 * The logits of a network for every row of its inputs.
 *
 * @param inputs n × sizes[0], row by row, finite
 * @param options.precision "single" (default) or "double"
 * @returns n × classes, row by row
 * @throws RangeError if inputs is not made of whole rows, or a value or a logit is not finite
 * @example networkLogits({ sizes: [1, 1], parameters: Float64Array.of(2, 1) }, Float64Array.of(3)) // Float64Array [ 7 ]
 */
export function networkLogits(
  network: Network,
  inputs: Float64Array,
  { precision = "single" }: { precision?: Precision } = {},
): Float64Array {
  checkInputs(network, inputs);
  checkValues("inputs", inputs);
  checkPrecision(precision);
  const logits = logitsOf(network, sparseRows(inputs, network.sizes[0]), precision);
  checkResult("inputs or network.parameters", logits);
  return logits;
}

/** {@link networkLogits} of rows that are sparse already, without its checks. */
export function logitsOf(
  { sizes, parameters }: Network,
  inputs: SparseRows,
  precision: Precision,
): Float64Array {
  const n = inputs.starts.length - 1;
  const workspace = networkWorkspace(sizes, inputs, Math.min(n, BLOCK), precision);
  workspace.write(parameters);
  const classes = sizes[sizes.length - 1];
  const logits = new Float64Array(n * classes);
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  for (let start = 0; start < n; start += BLOCK) {
    logits.set(workspace.logits(rows.subarray(start, start + BLOCK)), start * classes);
  }
  return logits;
}

export function checkPrecision(precision: Precision): void {
  checkChoice("precision", precision, ["single", "double"]);
}

/** Checks a network, and that inputs are rows for it. */
export function checkInputs({ sizes, parameters }: Network, inputs: Float64Array): void {
  const needed = parameterCount(sizes);
  if (parameters.length !== needed) {
    throw new RangeError(`network must have ${needed} parameters, got ${parameters.length}`);
  }
  checkValues("network.parameters", parameters);
  if (inputs.length === 0 || inputs.length % sizes[0] !== 0) {
    throw new RangeError(
      `inputs must be made of rows of ${sizes[0]}, at least one, got ${inputs.length} values`,
    );
  }
}
