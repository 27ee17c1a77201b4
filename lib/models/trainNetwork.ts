import type { SeededStream } from "../random/seededStream.js";
import {
  checkInteger,
  checkIntegers,
  checkNotEmpty,
  checkNumber,
  checkResult,
} from "../validate/checks.js";
import { initialNetwork, layersOf, type Network } from "./network.js";
import { backpropagate, type NetworkLossOptions, networkGradient } from "./networkGradient.js";

export interface TrainingOptions extends NetworkLossOptions {
  /** Units of the hidden layers, such as [32]. */
  hidden: readonly number[];
  /** Passes over the data. */
  epochs: number;
  /** Examples a step; the last step of a pass may have fewer. Default 50. */
  batchSize?: number;
  /** Adam's step size; falls linearly to 0 over the training. Default 0.003. */
  learningRate?: number;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/**
 * Trains a network on soft targets from a fresh start, by Adam on shuffled batches.
 * The stream decides the initial weights and the order of the batches: the same stream gives the same network.
 *
 * @param inputs n × d, row by row, finite
 * @param softTargets n × classes, row by row; see {@link networkGradient}
 * @param stream of this network alone
 * @throws RangeError or TypeError where lengths differ, a value is outside its domain or the training diverges
 * @see Kingma & Ba 2015, "Adam: a method for stochastic optimization", algorithm 1
 * @example trainNetwork({ inputs, softTargets, classes: 10 }, { hidden: [32], epochs: 20 }, seededStream("a"))
 */
export function trainNetwork(
  { inputs, softTargets, classes }: TrainingSet,
  {
    hidden,
    epochs,
    batchSize = 50,
    learningRate = 0.003,
    temperature = 1,
    l2 = 0,
  }: TrainingOptions,
  stream: SeededStream,
): Network {
  checkIntegers("hidden", hidden, 1);
  checkNotEmpty("inputs", inputs);
  checkNotEmpty("softTargets", softTargets);
  checkInteger("classes", classes, 2);
  checkInteger("epochs", epochs, 1);
  checkInteger("batchSize", batchSize, 1);
  checkNumber("learningRate", learningRate, Number.MIN_VALUE);
  const n = softTargets.length / classes;
  checkInteger(`the rows of softTargets, ${classes} values each,`, n, 1);
  const d = inputs.length / n;
  checkInteger(`sizes[0], the values of inputs in each of ${n} rows,`, d, 1);
  const network = initialNetwork([d, ...hidden, classes], stream);
  networkGradient(network, inputs, softTargets, { temperature, l2 });
  const gradient = new Float64Array(network.parameters.length);
  const layers = layersOf(network.sizes, network.parameters);
  const gradients = layersOf(network.sizes, gradient);
  const step = adam(network.parameters, gradient);
  const steps = epochs * Math.ceil(n / batchSize);
  for (let epoch = 0, done = 0; epoch < epochs; epoch++) {
    const order = stream.permutation(n);
    for (let start = 0; start < n; start += batchSize, done++) {
      const rows = order.subarray(start, start + batchSize);
      const batch = {
        inputs: takeRows(inputs, rows, d),
        softTargets: takeRows(softTargets, rows, classes),
      };
      backpropagate(layers, gradients, batch, { temperature, l2 });
      step(learningRate * (1 - done / steps));
    }
  }
  checkResult("learningRate or l2", network.parameters);
  return network;
}

/** Rows to learn from: n × d inputs and n × classes soft targets. */
export interface TrainingSet {
  inputs: Float64Array;
  softTargets: Float64Array;
  classes: number;
}

/** The named rows of a row-by-row matrix with `columns` columns, in their order. */
export function takeRows(
  values: Float64Array,
  rows: ArrayLike<number>,
  columns: number,
): Float64Array {
  const taken = new Float64Array(rows.length * columns);
  for (let i = 0; i < rows.length; i++) {
    taken.set(values.subarray(rows[i] * columns, (rows[i] + 1) * columns), i * columns);
  }
  return taken;
}

/** Adam with its memory of past gradients; each call takes one step of the given size. */
export function adam(parameters: Float64Array, gradient: Float64Array) {
  const first = new Float64Array(parameters.length);
  const second = new Float64Array(parameters.length);
  let steps = 0;
  return (rate: number): void => {
    steps++;
    const size = rate / (1 - BETA1 ** steps);
    const unbias = 1 / (1 - BETA2 ** steps);
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i];
      first[i] += (1 - BETA1) * (g - first[i]);
      second[i] += (1 - BETA2) * (g * g - second[i]);
      parameters[i] -= (size * first[i]) / (Math.sqrt(second[i] * unbias) + EPSILON);
    }
  };
}
