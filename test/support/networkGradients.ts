import { type PatchNetwork, patchWorkspace } from "../../lib/chapters/manyViews/patchNetwork.js";
import type { ViewData } from "../../lib/chapters/manyViews/viewData.js";
import { crossEntropyOfLogits } from "../../lib/losses/crossEntropy.js";
import type { Network } from "../../lib/models/network.js";
import { networkWorkspace } from "../../lib/models/networkWorkspace.js";
import { sparseRows } from "../../lib/models/sparseRows.js";
import type { NetworkLossOptions } from "../../lib/models/trainNetwork.js";

type Workspace = Pick<
  ReturnType<typeof networkWorkspace>,
  "backpropagate" | "readGradient" | "logits"
>;

/** The distillation loss over the first n rows, from the logits, and its gradient, as one step of training computes it. */
function lossAndGradient(
  workspace: Workspace,
  n: number,
  softTargets: Float64Array,
  weights: Float64Array,
  { temperature = 1, l2 = 0 }: NetworkLossOptions,
) {
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  workspace.backpropagate(rows, { temperature, l2 });
  const gradient = workspace.readGradient();
  const classes = softTargets.length / n;
  const logits = workspace.logits(rows);
  let loss = weights.reduce((sum, w) => sum + (l2 * w * w) / 2, 0);
  for (let i = 0; i < n; i++) {
    const row = logits.subarray(i * classes, (i + 1) * classes);
    const targets = softTargets.subarray(i * classes, (i + 1) * classes);
    loss += (temperature ** 2 * crossEntropyOfLogits(targets, row, { temperature })) / n;
  }
  return { loss, gradient };
}

export function networkGradient(
  network: Network,
  inputs: Float64Array,
  softTargets: Float64Array,
  options: NetworkLossOptions = {},
) {
  const { sizes, parameters } = network;
  const n = inputs.length / sizes[0];
  const rows = sparseRows(inputs, sizes[0]);
  const precision = options.precision ?? "single";
  const workspace = networkWorkspace(sizes, rows, n, precision, softTargets);
  workspace.write(parameters);
  let end = 0;
  const weights = sizes.slice(1).flatMap((outputs, k) => {
    const start = end;
    end += (sizes[k] + 1) * outputs;
    return [...parameters.subarray(start, end - outputs)];
  });
  return lossAndGradient(workspace, n, softTargets, Float64Array.from(weights), options);
}

export function patchGradient(
  network: PatchNetwork,
  data: ViewData,
  softTargets: Float64Array,
  options: NetworkLossOptions = {},
) {
  const n = data.labels.length;
  const precision = options.precision ?? "single";
  const workspace = patchWorkspace(network, data, n, precision, softTargets);
  return lossAndGradient(workspace, n, softTargets, network.weights, options);
}
