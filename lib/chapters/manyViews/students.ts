import { checkTemperature } from "../../losses/domains.js";
import { softmaxRows } from "../../losses/softmax.js";
import { flatten, oneHot } from "../../losses/targets.js";
import { checkLossOptions, checkSoftTargets } from "../../models/trainNetwork.js";
import type { SeededStream } from "../../random/seededStream.js";
import { checkInteger, checkNotEmpty, checkNumber, checkResult } from "../../validate/checks.js";
import {
  checkPatchNetwork,
  initialPatchNetwork,
  type PatchNetwork,
  patchWorkspace,
} from "./patchNetwork.js";
import { checkViewData, type ViewData } from "./viewData.js";

export interface PatchTraining {
  /** Units a class. Default 4. */
  units?: number;
  /** Standard deviation of the first weights. Default 0.03. */
  start?: number;
  /** Gradient steps. Default 800. */
  steps?: number;
  /** Examples a step, at most as many as there are. Default 25. */
  batchSize?: number;
  /** Default 1. */
  learningRate?: number;
  /** Divides the logits in the loss, tau² H(q, softmax(z / tau)). Default 1. */
  temperature?: number;
  /** Ridge: adds l2/2 times the squared weights. Default 0. */
  l2?: number;
}

export const PATCH_TRAINING: Required<PatchTraining> = {
  units: 4,
  start: 0.03,
  steps: 800,
  batchSize: 25,
  learningRate: 1,
  temperature: 1,
  l2: 0,
};

/**
 * Trains a patch network on soft targets from a fresh start, by plain gradient steps on shuffled batches. The stream decides the
 * first weights and the batches: students with the same stream differ in their targets alone.
 *
 * @param softTargets n × classes, row by row: labelTargets, or patchTargets of a teacher
 * @throws RangeError if an argument is out of its range or the training diverges
 * @example learnViews(data, labelTargets(data), {}, seededStream("a")).units // 4
 */
export function learnViews(
  data: ViewData,
  softTargets: Float64Array,
  training: PatchTraining,
  stream: SeededStream,
): PatchNetwork {
  checkViewData(data);
  const options = { ...PATCH_TRAINING, ...training };
  const { units, start } = options;
  checkInteger("units", units, 1, 1000);
  checkNumber("start", start, 0, 1e3);
  checkInteger("steps", options.steps, 1);
  checkInteger("batchSize", options.batchSize, 1, data.labels.length);
  checkNumber("learningRate", options.learningRate, 0, 1e6);
  checkLossOptions({ ...options, precision: "single" });
  checkSoftTargets(softTargets, data.labels.length, data.classes);
  return continueLearning(
    initialPatchNetwork({ ...data, units }, start, stream),
    data,
    softTargets,
    options,
    stream,
  );
}

/** {@link learnViews} from a network that there is already. */
export function continueLearning(
  network: PatchNetwork,
  data: ViewData,
  softTargets: Float64Array,
  {
    steps,
    batchSize,
    learningRate,
    temperature,
    l2,
  }: Omit<Required<PatchTraining>, "units" | "start">,
  stream: SeededStream,
): PatchNetwork {
  const workspace = patchWorkspace(network, data, batchSize, "single", softTargets);
  const n = data.labels.length;
  let order = stream.permutation(n);
  for (let step = 0, next = 0; step < steps; step++, next += batchSize) {
    if (next + batchSize > n) {
      order = stream.permutation(n);
      next = 0;
    }
    const rows = order.subarray(next, next + batchSize);
    workspace.backpropagate(rows, { temperature, l2 });
    workspace.step(learningRate);
  }
  const weights = workspace.read();
  checkResult("learningRate, temperature or l2", weights);
  return { ...network, weights };
}

/**
 * The labels as soft targets, all mass on the label.
 *
 * @returns n × classes, row by row
 * @throws RangeError if a label is no class
 */
export const labelTargets = ({ labels, classes }: ViewData): Float64Array =>
  flatten(oneHot(labels, classes));

/** Examples whose logits are computed at a time. */
const BLOCK = 100;

/**
 * The logits of a patch network for all examples.
 *
 * @returns n × classes, row by row
 * @throws RangeError if network or data is not valid
 */
export function patchLogits(network: PatchNetwork, data: ViewData): Float64Array {
  checkPatchNetwork(network);
  checkViewData(data);
  checkInteger("network.classes", network.classes, data.classes, data.classes);
  checkInteger("network.dimensions", network.dimensions, data.dimensions, data.dimensions);
  const n = data.labels.length;
  const workspace = patchWorkspace(network, data, Math.min(n, BLOCK), "single");
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  const logits = new Float64Array(n * network.classes);
  for (let start = 0; start < n; start += BLOCK) {
    logits.set(workspace.logits(rows.subarray(start, start + BLOCK)), start * network.classes);
  }
  checkResult("network.weights or data.inputs", logits);
  return logits;
}

/**
 * What a teacher says about each example: softmax of its logits at a temperature.
 *
 * @returns n × classes, row by row
 * @throws RangeError if an argument is not valid
 */
export function patchTargets(
  teacher: PatchNetwork,
  data: ViewData,
  { temperature = 1 } = {},
): Float64Array {
  checkTemperature(temperature);
  return softmaxRows(patchLogits(teacher, data), teacher.classes, { temperature });
}

/** The share of examples that are classified rightly. */
export interface ViewScore {
  /** Of those that show all views. */
  several: number;
  /** Of those that show a single view. */
  single: number;
}

/**
 * Grades a network, or several as an ensemble that adds up its logits.
 *
 * @param data with examples of both kinds
 * @throws RangeError if there is no network, one is not valid, or data lack one kind of example
 */
export function scoreViews(networks: readonly PatchNetwork[], data: ViewData): ViewScore {
  checkNotEmpty("networks", networks as unknown as ArrayLike<number>);
  const logits = networks.map((network) => patchLogits(network, data));
  const { classes, labels, shown } = data;
  const right = { several: 0, single: 0 };
  const all = { several: 0, single: 0 };
  for (let i = 0; i < labels.length; i++) {
    const sums = Array.from({ length: classes }, (_, c) =>
      logits.reduce((sum, z) => sum + z[i * classes + c], 0),
    );
    const kind = shown[i] < 0 ? "several" : "single";
    all[kind]++;
    if (sums.indexOf(Math.max(...sums)) === labels[i]) right[kind]++;
  }
  for (const kind of ["several", "single"] as const) {
    checkInteger(`the examples in data that show ${kind} views`, all[kind], 1);
  }
  return { several: right.several / all.several, single: right.single / all.single };
}
