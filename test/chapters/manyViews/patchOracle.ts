import type { Estimate } from "../../../lib/statistics/estimate.js";
import { golden } from "../../support/golden.js";

export interface PatchCase {
  classes: number;
  units: number;
  views: number;
  patches: number;
  dimensions: number;
  temperature: number;
  l2: number;
  weights: number[];
  inputs: number[];
  softTargets: number[];
  labels: number[];
  logits: number[];
  loss: number;
  gradient: number[];
}

/** What NumPy worked out: test/oracle/manyViews.py. */
export const patchOracle = golden<{
  cases: PatchCase[];
  means: Record<"plain" | "self" | "labels" | "several" | "selfGain" | "labelsGain", Estimate>;
}>("manyViews");
