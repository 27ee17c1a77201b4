import { ordersOf } from "../../models/trainNetwork.js";
import type { SeededStream } from "../../random/seededStream.js";
import { checkNumber } from "../../validate/checks.js";
import { initialPatchNetwork, type PatchNetwork } from "./patchNetwork.js";
import { continueLearning, labelTargets, PATCH_TRAINING, patchTargets } from "./students.js";
import { checkViewData, type ViewData } from "./viewData.js";

/** Steps between two exchanges of answers, and steps before the first. */
const EXCHANGE = 100;
const ALONE = 200;

/**
 * Trains two networks at once, each on its half of the examples. After a while each also learns what the other says about its own half:
 * answers that are as old as the last exchange.
 *
 * @param options.share of the other's answers in each target, from 0 (nobody teaches) to 1
 * @param options.temperature of answers and loss
 * @throws RangeError if share is not from 0 to 1
 * @see Anil et al. 2018, arXiv:1804.03235, algorithm 1
 */
export function codistil(
  data: ViewData,
  stream: SeededStream,
  { share, temperature }: { share: number; temperature: number },
): [PatchNetwork, PatchNetwork] {
  checkViewData(data);
  checkNumber("share", share, 0, 1);
  const { units, start, steps } = PATCH_TRAINING;
  const n = Math.floor(data.labels.length / 2);
  const halves = [halfOf(data, 0, n), halfOf(data, n, 2 * n)];
  let networks = halves.map(() => initialPatchNetwork({ ...data, units }, start, stream));
  for (let step = 0; step < steps; step += EXCHANGE) {
    networks = networks.map((network, k) => {
      const half = halves[k];
      const labels = labelTargets(half);
      const said = step < ALONE ? labels : patchTargets(networks[1 - k], half, { temperature });
      const targets = labels.map((q, i) => (1 - share) * q + share * said[i]);
      const options = { ...PATCH_TRAINING, steps: EXCHANGE, temperature };
      const order = ordersOf(n, stream);
      return continueLearning({ network, order }, half, targets, options);
    });
  }
  return [networks[0], networks[1]];
}

/** The examples from `first` up to `end`, without it. */
function halfOf(data: ViewData, first: number, end: number): ViewData {
  const example = data.patches * data.dimensions;
  return {
    ...data,
    inputs: data.inputs.slice(first * example, end * example),
    labels: data.labels.slice(first, end),
    shown: data.shown.slice(first, end),
  };
}
