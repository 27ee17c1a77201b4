import { checkTemperature, HOTTEST } from "../losses/classChecks.js";
import { checkLength, checkNumber, checkResult, checkValues } from "../validate/checks.js";
import { addWeightedRows } from "./addWeightedRows.js";
import { checkInputs, forward, type Layer, layersOf, type Network } from "./network.js";

export interface NetworkLossOptions {
  /** Divides the student's logits before the softmax; above 0, at most 1e150. Default 1. */
  temperature?: number;
  /** Ridge: adds l2/2 times the squared weights, biases left out. Default 0. */
  l2?: number;
}

/** A loss in nats and its derivatives by the parameters, in their order. */
export interface LossAndGradient {
  loss: number;
  gradient: Float64Array;
}

/**
 * The distillation loss of a network and its gradient by backpropagation:
 * (tau²/n) sum_i H(q_i, softmax(z_i / tau)) + l2/2 · ‖weights‖². The factor tau² keeps the gradient's size when tau changes.
 *
 * @param inputs n × sizes[0], row by row
 * @param softTargets n × classes, row by row: each row a distribution (one-hot for labels), made at the same temperature
 * @throws RangeError or TypeError where lengths differ, a value is outside its domain or the loss overflows
 * @see Hinton, Vinyals & Dean 2015, "Distilling the knowledge in a neural network", section 2
 * @example networkGradient(zeroNetwork, inputs, flatOneHot).loss // log 10 for 10 classes
 */
export function networkGradient(
  network: Network,
  inputs: Float64Array,
  softTargets: Float64Array,
  options: NetworkLossOptions = {},
): LossAndGradient {
  const n = checkInputs(network, inputs);
  const { temperature = 1, l2 = 0 } = options;
  const classes = network.sizes[network.sizes.length - 1];
  checkLength("softTargets", softTargets, n * classes, `${n} rows of ${classes} classes`);
  checkDistributions("softTargets", softTargets, classes);
  checkTemperature(temperature, HOTTEST);
  checkNumber("l2", l2, 0);
  const gradient = new Float64Array(network.parameters.length);
  const layers = layersOf(network.sizes, network.parameters);
  const loss = backpropagate(
    layers,
    layersOf(network.sizes, gradient),
    { inputs, softTargets },
    { temperature, l2 },
  );
  const causes = "network.parameters, inputs, temperature or l2";
  checkResult(causes, loss);
  checkResult(causes, gradient);
  return { loss, gradient };
}

/** Throws a RangeError unless every row of `columns` values is a probability distribution, to 1e-9. */
export function checkDistributions(name: string, rows: Float64Array, columns: number): void {
  checkValues(name, rows, 0, 1);
  for (let start = 0; start < rows.length; start += columns) {
    const total = rows.subarray(start, start + columns).reduce((sum, p) => sum + p, 0);
    if (Math.abs(total - 1) > 1e-9) {
      throw new RangeError(
        `${name} must be rows that add up to 1, got ${total} in row ${start / columns}`,
      );
    }
  }
}

/** The work of {@link networkGradient} without its checks: overwrites `gradients`, returns the loss. */
export function backpropagate(
  layers: readonly Layer[],
  gradients: readonly Layer[],
  { inputs, softTargets }: { inputs: Float64Array; softTargets: Float64Array },
  { temperature, l2 }: Required<NetworkLossOptions>,
): number {
  const n = inputs.length / layers[0].inputs;
  const activations = forward(layers, inputs, n);
  let delta = activations[layers.length - 1];
  let loss = replaceByGradient(delta, softTargets, n, temperature);
  for (let k = layers.length - 1; k >= 0; k--) {
    const below = k === 0 ? inputs : activations[k - 1];
    loss += layerGradient(layers[k], gradients[k], below, delta, l2);
    if (k > 0) delta = deltaBelow(layers[k], below, delta);
  }
  return loss;
}

/** Turns logits into the derivative of the loss by them, and returns the loss. */
function replaceByGradient(
  logits: Float64Array,
  targets: Float64Array,
  n: number,
  temperature: number,
): number {
  const classes = logits.length / n;
  let loss = 0;
  for (let start = 0; start < logits.length; start += classes) {
    const end = start + classes;
    let most = -Infinity;
    for (let c = start; c < end; c++) most = Math.max(most, logits[c]);
    let total = 0;
    for (let c = start; c < end; c++) {
      const scaled = (logits[c] - most) / temperature;
      loss -= targets[c] * scaled;
      logits[c] = Math.exp(scaled);
      total += logits[c];
    }
    loss += Math.log(total);
    for (let c = start; c < end; c++) {
      logits[c] = (temperature / n) * (logits[c] / total - targets[c]);
    }
  }
  return (temperature ** 2 * loss) / n;
}

/** Fills one layer's gradient and returns its share of the penalty. */
function layerGradient(
  layer: Layer,
  gradient: Layer,
  below: Float64Array,
  delta: Float64Array,
  l2: number,
): number {
  const { inputs, outputs, weights } = layer;
  const penalty = l2 === 0 ? 0 : weights.reduce((sum, w) => sum + (l2 / 2) * w * w, 0);
  for (let k = 0; k < weights.length; k++) gradient.weights[k] = l2 * weights[k];
  const n = delta.length / outputs;
  gradient.biases.fill(0);
  for (let i = 0; i < delta.length; i += outputs) {
    for (let k = 0; k < outputs; k++) gradient.biases[k] += delta[i + k];
  }
  for (let j = 0; j < inputs; j++) {
    addWeightedRows(
      { out: gradient.weights, start: j * outputs, width: outputs },
      { values: below, first: j, stride: inputs, count: n },
      delta,
    );
  }
  return penalty;
}

/** delta · weightsᵀ where the unit below is on, 0 where ReLU has switched it off. */
function deltaBelow({ inputs, outputs, weights }: Layer, below: Float64Array, delta: Float64Array) {
  const result = new Float64Array(below.length);
  for (let j = 0, d = 0; j < below.length; d += outputs) {
    for (let w = 0; w < inputs * outputs; w += outputs, j++) {
      if (below[j] === 0) continue;
      let sum = 0;
      for (let k = 0; k < outputs; k++) sum += delta[d + k] * weights[w + k];
      result[j] = sum;
    }
  }
  return result;
}
