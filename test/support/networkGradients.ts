import { type PatchNetwork, patchWorkspace } from "../../lib/chapters/manyViews/patchNetwork.js";
import type { ViewData } from "../../lib/chapters/manyViews/viewData.js";
import type { Network } from "../../lib/models/network.js";
import { networkWorkspace } from "../../lib/models/networkWorkspace.js";
import { sparseRows } from "../../lib/models/sparseRows.js";
import type { NetworkLossOptions } from "../../lib/models/trainNetwork.js";

type Workspace = Pick<ReturnType<typeof networkWorkspace>, "backpropagate" | "readGradient">;

/** The distillation loss over the first n rows and its gradient, as one step of training computes them. */
function lossAndGradient(
  workspace: Workspace,
  n: number,
  softTargets: Float64Array,
  { temperature = 1, l2 = 0 }: NetworkLossOptions,
) {
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  const loss = workspace.backpropagate(rows, softTargets, { temperature, l2 });
  return { loss, gradient: workspace.readGradient() };
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
  const workspace = networkWorkspace(sizes, rows, n, options.precision ?? "single");
  workspace.write(parameters);
  return lossAndGradient(workspace, n, softTargets, options);
}

export function patchGradient(
  network: PatchNetwork,
  data: ViewData,
  softTargets: Float64Array,
  options: NetworkLossOptions = {},
) {
  const n = data.labels.length;
  const workspace = patchWorkspace(network, data, n, options.precision ?? "single");
  return lossAndGradient(workspace, n, softTargets, options);
}
