import { range } from "d3-array";
import type { BinaryData } from "../../data/dataset.js";
import { normalGrid } from "../../data/normalGrid.js";
import { postData, postEta } from "../../data/postData.js";
import { gaussianKernel, kernelRidges, kernelSpectrum } from "../../models/kernelRidge.js";
import type { SeededStream } from "../../random/seededStream.js";
import { meanAndStandardError } from "../../statistics/estimate.js";
import { runStudy, type StudyOptions } from "../../studies/study.js";
import { columnName, studyColumn } from "../../studies/studyColumn.js";
import {
  checkIncreasing,
  checkInteger,
  checkNotEmpty,
  checkValues,
} from "../../validate/checks.js";

/** Inputs spread over ±60 with a kernel of width 1: the trapezoidal rule is exact to rounding from 0.4 apart. */
const GRID = normalGrid(10, 300);
const TRUTH = GRID.points.map((x) => postEta(x) - 0.5);

/** What one trial tries. */
interface KernelParameters {
  /** Training examples. Default 200. */
  n: number;
  /** Fits in a row. Default 8. */
  rounds: number;
  /** Ridge penalties λ, rising, above 0. */
  penalties: readonly number[];
}

export interface KernelRoundsOptions extends Partial<KernelParameters>, StudyOptions {
  /** Data sets, at least 2. Default 150. */
  trials?: number;
}

/** A penalty and a number of rounds with the errors they gave; every setting saw the same data sets. */
export interface KernelSetting {
  l2: number;
  /** 1 is a fit to the labels. */
  round: number;
  /** Mean of the trials' errors. */
  error: number;
  /** One mean squared error a data set. */
  trials: Float64Array;
}

/**
 * Self-distillation of kernel ridge regression on the post's data: targets y - 1/2, kernel exp(-d²/2), error the mean
 * squared distance to eta(x) - 1/2 under x ~ N(0, 10²).
 *
 * @returns a setting for each penalty and round, penalty by penalty
 * @throws RangeError if an option is out of its range
 * @see Mobahi, Farajtabar & Bartlett 2020, arXiv 2002.05715
 * @example (await kernelRounds({ trials: 2, workers: 0 }))[0].trials.length // 2
 */
export async function kernelRounds({
  trials = 150,
  n = 200,
  rounds = 8,
  penalties = [0.25, 0.5, 1, 1.5, 2, 3, 4, 8],
  ...options
}: KernelRoundsOptions = {}): Promise<KernelSetting[]> {
  checkInteger("trials", trials, 2);
  checkInteger("n", n, 1);
  checkInteger("rounds", rounds, 1);
  checkNotEmpty("penalties", penalties);
  checkValues("penalties", penalties, Number.MIN_VALUE);
  checkIncreasing("penalties", penalties);
  const name = "self-distillation/kernel";
  const parameters = { n, rounds, penalties };
  const result = await runStudy(
    { name, trials, parameters, trial: kernelTrial, module: import.meta.url },
    options,
  );
  return penalties.flatMap((l2) =>
    range(1, rounds + 1).map((round) => {
      const errors = studyColumn(result, `${l2}`, round);
      return { l2, round, error: meanAndStandardError(errors).value, trials: errors };
    }),
  );
}

/** One data set: `<penalty>@<round>`, the error of each setting. */
export function kernelTrial(parameters: KernelParameters, rng: SeededStream) {
  return kernelErrors(postData(rng, parameters.n), parameters);
}

/** The errors of all settings on one data set. */
export function kernelErrors(
  { x, y }: BinaryData,
  { penalties, rounds }: Pick<KernelParameters, "penalties" | "rounds">,
): Record<string, number> {
  const targets = Float64Array.from(y, (label) => label - 0.5);
  const spectrum = kernelSpectrum(gaussianKernel(x, x));
  const settings = penalties.flatMap((l2) =>
    range(1, rounds + 1).map((round) => ({ l2, rounds: round })),
  );
  const fits = kernelRidges(spectrum, targets, settings).transpose();
  const values = fits.mmul(gaussianKernel(x, GRID.points));
  const errorOf = (k: number) =>
    GRID.weights.reduce((sum, w, i) => sum + w * (values.get(k, i) - TRUTH[i]) ** 2, 0);
  return Object.fromEntries(
    settings.map(({ l2, rounds: round }, k) => [columnName(`${l2}`, round), errorOf(k)]),
  );
}
