import { checkTemperature, MAX_TEMPERATURE } from "../losses/domains.js";
import { checkLength, checkNumber, checkResult, checkValues } from "../validate/checks.js";
import { checkInputs, checkPrecision, type Network } from "./network.js";
import type { Precision } from "./networkKernel.js";
import { networkWorkspace } from "./networkWorkspace.js";
import { sparseRows } from "./sparseRows.js";

export interface NetworkLossOptions {
  /** Divides the student's logits before the softmax; above 0, at most 1e150. Default 1. */
  temperature?: number;
  /** Ridge: adds l2/2 times the squared weights, biases left out. Default 0. */
  l2?: number;
  /** In which the computer calculates: "single" (default) is faster, "double" has 16 digits. */
  precision?: Precision;
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
 * @throws RangeError if lengths differ, a value is outside its domain or the loss overflows
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
  const { temperature = 1, l2 = 0, precision = "single" } = options;
  checkSoftTargets(softTargets, n, network.sizes[network.sizes.length - 1]);
  checkLossOptions({ temperature, l2, precision });
  const workspace = networkWorkspace(
    network.sizes,
    sparseRows(inputs, network.sizes[0]),
    n,
    precision,
  );
  workspace.write(network.parameters);
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  const loss = workspace.backpropagate(rows, softTargets, { temperature, l2 });
  const gradient = workspace.readGradient();
  const causes = "network.parameters, inputs, temperature or l2";
  checkResult(causes, loss);
  checkResult(causes, gradient);
  return { loss, gradient };
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

/** Throws unless there are n rows of `classes` values, each row a probability distribution, to 1e-9. */
export function checkSoftTargets(softTargets: Float64Array, n: number, classes: number): void {
  checkLength("softTargets", softTargets, n * classes, `${n} rows of ${classes} classes`);
  checkValues("softTargets", softTargets, 0, 1);
  for (let start = 0; start < softTargets.length; start += classes) {
    let total = 0;
    for (let c = start; c < start + classes; c++) total += softTargets[c];
    if (Math.abs(total - 1) > 1e-9) {
      throw new RangeError(
        `softTargets must be rows that add up to 1, got ${total} in row ${start / classes}`,
      );
    }
  }
}
