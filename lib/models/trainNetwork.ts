import { checkDistribution, checkTemperature, MAX_TEMPERATURE } from "../losses/domains.js";
import type { SeededStream } from "../random/seededStream.js";
import {
  checkInteger,
  checkIntegers,
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkResult,
  checkValues,
} from "../validate/checks.js";
import { checkPrecision, initialNetwork, type Network } from "./network.js";
import type { Precision } from "./networkKernel.js";
import { networkWorkspace } from "./networkWorkspace.js";
import { type SparseRows, sparseRows } from "./sparseRows.js";

export interface NetworkLossOptions {
  /** Divides the student's logits before the softmax; above 0, at most 1e150. Default 1. */
  temperature?: number;
  /** Ridge: adds l2/2 times the squared weights, biases left out. Default 0. */
  l2?: number;
  /** In which the computer calculates: "single" (default) is faster, "double" has 16 digits. */
  precision?: Precision;
}

export interface TrainingOptions extends NetworkLossOptions {
  /** Units of the hidden layers, such as [32]. */
  hidden: readonly number[];
  /** Passes over the data. */
  epochs: number;
  /** Examples a step; the last step of a pass may have fewer. Default 50. */
  batchSize?: number;
  /** Adam's step size; falls linearly to 0 over the training. Default 0.003. */
  learningRate?: number;
  /** Scale of the first weights, see {@link initialNetwork}. Default 1. */
  start?: number;
}

/** Rows to learn from: n × d inputs and n × classes soft targets. */
export interface TrainingSet {
  inputs: Float64Array;
  softTargets: Float64Array;
  classes: number;
}

/**
 * Trains a network on soft targets from a fresh start, by Adam on shuffled batches.
 * The stream decides the initial weights and the order of the batches: the same stream gives the same network.
 *
 * @param inputs n × d, row by row, finite
 * @param softTargets n × classes, row by row; each row a distribution (one-hot for labels)
 * @param stream of this network alone
 * @throws RangeError if lengths differ, a value is outside its domain or the training diverges
 * @see Kingma & Ba 2015, "Adam: a method for stochastic optimization", algorithm 1
 * @example trainNetwork({ inputs, softTargets, classes: 10 }, { hidden: [32], epochs: 20 }, seededStream("a"))
 */
export function trainNetwork(
  set: TrainingSet,
  options: TrainingOptions,
  stream: SeededStream,
): Network {
  const { sizes, n, settings } = checkTraining(set, options);
  checkValues("inputs", set.inputs);
  const start = networkStart(sizes, n, stream, options.start);
  return trainOnRows(sparseRows(set.inputs, sizes[0]), set.softTargets, settings, start);
}

type TrainingSettings = Required<Omit<TrainingOptions, "hidden" | "start">>;

/** Checks what a network is to be trained on, but for the values of its inputs, and says how large it and its set are, and its settings with their defaults. */
export function checkTraining(
  { inputs, softTargets, classes }: TrainingSet,
  {
    hidden,
    epochs,
    batchSize = 50,
    learningRate = 0.003,
    temperature = 1,
    l2 = 0,
    precision = "single",
    start = 1,
  }: TrainingOptions,
): { sizes: number[]; n: number; settings: TrainingSettings } {
  checkIntegers("hidden", hidden, 1);
  checkNotEmpty("inputs", inputs);
  checkNotEmpty("softTargets", softTargets);
  checkInteger("classes", classes, 2);
  checkInteger("epochs", epochs, 1);
  checkInteger("batchSize", batchSize, 1);
  checkNumber("learningRate", learningRate, Number.MIN_VALUE);
  checkNumber("start", start, 0);
  const n = softTargets.length / classes;
  checkInteger(`the rows of softTargets, ${classes} values each,`, n, 1);
  const d = inputs.length / n;
  checkInteger(`sizes[0], the values of inputs in each of ${n} rows,`, d, 1);
  checkSoftTargets(softTargets, n, classes);
  checkLossOptions({ temperature, l2, precision });
  const settings = { epochs, batchSize, learningRate, temperature, l2, precision };
  return { sizes: [d, ...hidden, classes], n, settings };
}

/** What chance gives a network: its first weights, and the order of the examples in each epoch. */
export interface NetworkStart {
  network: Network;
  order(epoch: number): Int32Array;
}

/** Draws everything from the stream as {@link trainNetwork} does, and keeps it: several networks may begin from one start. */
export function networkStart(
  sizes: readonly number[],
  n: number,
  stream: SeededStream,
  scale = 1,
): NetworkStart {
  const network = initialNetwork(sizes, stream, scale);
  return { network, order: ordersOf(n, stream) };
}

/** The order of n examples in each epoch, drawn when it is first asked for and kept. */
export function ordersOf(n: number, stream: SeededStream): NetworkStart["order"] {
  const orders: Int32Array[] = [];
  return (epoch) => {
    while (orders.length <= epoch) orders.push(stream.permutation(n));
    return orders[epoch];
  };
}

/** {@link trainNetwork} on rows that are sparse already, without its checks of what goes in. */
export function trainOnRows(
  inputs: SparseRows,
  softTargets: Float64Array,
  { epochs, batchSize, learningRate, temperature, l2, precision }: TrainingSettings,
  { network, order }: NetworkStart,
): Network {
  const n = inputs.starts.length - 1;
  const workspace = networkWorkspace(
    network.sizes,
    inputs,
    Math.min(batchSize, n),
    precision,
    softTargets,
  );
  workspace.write(network.parameters);
  const steps = epochs * Math.ceil(n / batchSize);
  for (let epoch = 0, done = 0; epoch < epochs; epoch++) {
    for (let start = 0; start < n; start += batchSize, done++) {
      const rows = order(epoch).subarray(start, start + batchSize);
      workspace.backpropagate(rows, { temperature, l2 });
      workspace.step(learningRate * (1 - done / steps));
    }
  }
  const parameters = workspace.read();
  checkResult("learningRate or l2", parameters);
  return { sizes: network.sizes, parameters };
}

export function checkLossOptions({
  temperature,
  l2,
  precision,
}: Required<NetworkLossOptions>): void {
  checkTemperature(temperature, MAX_TEMPERATURE);
  checkNumber("l2", l2, 0);
  checkPrecision(precision);
}

/** Throws unless there are n rows of `classes` values, each row a probability distribution. */
export function checkSoftTargets(softTargets: Float64Array, n: number, classes: number): void {
  checkLength("softTargets", softTargets, n * classes, `${n} rows of ${classes} classes`);
  for (let i = 0; i < n; i++) {
    const row = softTargets.subarray(i * classes, (i + 1) * classes);
    checkDistribution(`row ${i} of softTargets`, row);
  }
}
