import { checkTemperature } from "../../losses/domains.js";
import { softmaxRows } from "../../losses/softmax.js";
import { flatten, oneHot } from "../../losses/targets.js";
import { checkLossOptions, checkSoftTargets, ordersOf } from "../../models/trainNetwork.js";
import type { SeededStream } from "../../random/seededStream.js";
import { checkInteger, checkNumber, checkResult } from "../../validate/checks.js";
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
  checkSoftTargets(softTargets, data.labels.length, data.classes);
  const options = checkPatchTraining(training, data.labels.length);
  return continueLearning(patchStart(data, options, stream), data, softTargets, options);
}

/** Checks how to train on n examples; gives the options with their defaults. */
export function checkPatchTraining(training: PatchTraining, n: number): Required<PatchTraining> {
  const options = { ...PATCH_TRAINING, ...training };
  checkInteger("units", options.units, 1, 1000);
  checkNumber("start", options.start, 0, 1e3);
  checkInteger("steps", options.steps, 1);
  checkInteger("batchSize", options.batchSize, 1, n);
  checkNumber("learningRate", options.learningRate, 0, 1e6);
  checkLossOptions({ ...options, precision: "single" });
  return options;
}

/** What chance gives a student: its first weights, and the order of the examples in each pass. */
export interface PatchStart {
  network: PatchNetwork;
  order(pass: number): Int32Array;
}

/** Draws everything from the stream as {@link learnViews} does, and keeps it: several students may begin from one start. */
export function patchStart(
  data: ViewData,
  { units, start }: Required<Pick<PatchTraining, "units" | "start">>,
  stream: SeededStream,
): PatchStart {
  const network = initialPatchNetwork({ ...data, units }, start, stream);
  return { network, order: ordersOf(data.labels.length, stream) };
}

/** {@link learnViews} from a start that there is already, without its checks of what goes in. */
export function continueLearning(
  { network, order }: PatchStart,
  data: ViewData,
  softTargets: Float64Array,
  {
    steps,
    batchSize,
    learningRate,
    temperature,
    l2,
  }: Omit<Required<PatchTraining>, "units" | "start">,
): PatchNetwork {
  const workspace = patchWorkspace(network, data, batchSize, "single", softTargets);
  const n = data.labels.length;
  const batches = Math.floor(n / batchSize);
  for (let step = 0; step < steps; step++) {
    const first = (step % batches) * batchSize;
    const rows = order(Math.floor(step / batches)).subarray(first, first + batchSize);
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
