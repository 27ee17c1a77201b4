import { checkInteger, checkNumber } from "../../validate/checks.js";
import { activation } from "./activation.js";
import { checkPatchNetwork, type PatchNetwork } from "./patchNetwork.js";

/**
 * How strongly a network answers to each view alone: the logit of its class for one patch that holds the view at strength 1, without noise.
 *
 * @param views a class
 * @returns classes × views, row by row
 * @throws RangeError if network is not valid or has fewer coordinates than views
 * @example viewStrengths({ classes: 1, units: 1, dimensions: 2, weights: Float64Array.of(1.2, 0) }, 2) // Float64Array [ 1, 0 ]
 */
export function viewStrengths(network: PatchNetwork, views: number): Float64Array {
  checkPatchNetwork(network);
  const { classes, units, dimensions, weights } = network;
  checkInteger("views", views, 1, dimensions / classes);
  return Float64Array.from({ length: classes * views }, (_, view) => {
    const c = Math.floor(view / views);
    let sum = 0;
    for (let u = c * units; u < (c + 1) * units; u++) {
      sum += activation(weights[u * dimensions + view]);
    }
    return sum;
  });
}

/**
 * Which views a network knows: those that it answers to at least `share` times as strongly as to its strongest view of the same
 * class.
 *
 * @param share from 0 to 1. Default 0.5
 * @returns classes × views, row by row, 1 where it is known
 */
export function knownViews(network: PatchNetwork, views: number, share = 0.5): Uint8Array {
  checkNumber("share", share, 0, 1);
  const strengths = viewStrengths(network, views);
  return Uint8Array.from(strengths, (strength, view) => {
    const first = view - (view % views);
    const most = Math.max(...strengths.subarray(first, first + views));
    return strength > 0 && strength >= share * most ? 1 : 0;
  });
}
