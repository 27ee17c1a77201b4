import { mostProbable } from "../../losses/targets.js";
import { checkInteger, checkNotEmpty } from "../../validate/checks.js";
import type { PatchNetwork } from "./patchNetwork.js";
import { patchLogits } from "./students.js";
import type { ViewData } from "./viewData.js";

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
  const sums = new Float64Array(classes);
  for (let i = 0; i < labels.length; i++) {
    sums.fill(0);
    for (const z of logits) for (let c = 0; c < classes; c++) sums[c] += z[i * classes + c];
    const kind = shown[i] < 0 ? "several" : "single";
    all[kind]++;
    if (mostProbable(sums) === labels[i]) right[kind]++;
  }
  for (const kind of ["several", "single"] as const) {
    checkInteger(`the examples in data that show ${kind} views`, all[kind], 1);
  }
  return { several: right.several / all.several, single: right.single / all.single };
}
