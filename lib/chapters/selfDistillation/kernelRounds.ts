import { mean } from "d3-array";
import { Matrix } from "ml-matrix";
import type { BinaryData } from "../../data/dataset.js";
import { normalGrid } from "../../data/normalGrid.js";
import { postData, postEta } from "../../data/postData.js";
import { gaussianKernel, kernelRidge, kernelSpectrum } from "../../models/kernelRidge.js";
import { seededStream } from "../../random/seededStream.js";
import type { OnProgress } from "../../studies/onProgress.js";
import { checkInteger, checkLength, checkNotEmpty, checkValues } from "../../validate/checks.js";

/** Inputs spread over ±60 with a kernel of width 1: the trapezoidal rule is exact to rounding from 0.4 apart. */
const GRID = normalGrid(10, 300);
const TRUTH = GRID.points.map((x) => postEta(x) - 0.5);

export interface KernelRoundsOptions {
  trials?: number;
  /** Training examples a trial. Default 200. */
  n?: number;
  /** Fits in a row. Default 8. */
  rounds?: number;
  /** Penalties tried. */
  penalties?: readonly number[];
  /** Awaited after each trial with how many are done. */
  onProgress?: OnProgress;
}

/** Squared errors of self-distilled kernel ridge regressions; every penalty and round saw the same data. */
export interface KernelRounds {
  penalties: readonly number[];
  rounds: number;
  /** errors[p][r] holds one error a trial: penalty p, round r + 1. */
  errors: Float64Array[][];
}

/**
 * Self-distillation of kernel ridge regression on the post's data: targets y - 1/2, kernel exp(-d²/2), error the mean
 * squared distance to eta(x) - 1/2 under x ~ N(0, 10²).
 *
 * @throws RangeError where an option is out of its range
 * @see Mobahi, Farajtabar & Bartlett 2020, arXiv 2002.05715
 * @example (await kernelRounds({ trials: 2 })).errors[0][0].length // 2
 */
export async function kernelRounds(options: KernelRoundsOptions = {}): Promise<KernelRounds> {
  const {
    trials = 150,
    n = 200,
    rounds = 8,
    penalties = [0.25, 0.5, 1, 1.5, 2, 3, 4, 8],
    onProgress,
  } = options;
  checkInteger("trials", trials, 2);
  checkInteger("n", n, 1);
  checkInteger("rounds", rounds, 1);
  checkNotEmpty("penalties", penalties);
  checkValues("penalties", penalties, Number.MIN_VALUE);
  const errors = penalties.map(() =>
    Array.from({ length: rounds }, () => new Float64Array(trials)),
  );
  for (let trial = 0; trial < trials; trial++) {
    const data = postData(seededStream(`self-distillation/kernel/${trial}`), n);
    const results = kernelErrors(data, { penalties, rounds });
    results.forEach((error, k) => {
      errors[Math.floor(k / rounds)][k % rounds][trial] = error;
    });
    await onProgress?.(trial + 1, trials);
  }
  return { penalties, rounds, errors };
}

/** One data set: the error of every penalty and round, penalty by penalty. */
export function kernelErrors(
  { x, y }: BinaryData,
  { penalties, rounds }: { penalties: readonly number[]; rounds: number },
): Float64Array {
  const targets = Float64Array.from(y, (label) => label - 0.5);
  const spectrum = kernelSpectrum(gaussianKernel(x, x));
  const fits = penalties.flatMap((l2) =>
    Array.from({ length: rounds }, (_, r) => kernelRidge(spectrum, targets, { l2, rounds: r + 1 })),
  );
  const values = new Matrix(fits).mmul(gaussianKernel(x, GRID.points));
  return Float64Array.from(fits, (_, k) =>
    GRID.weights.reduce((sum, w, i) => sum + w * (values.get(k, i) - TRUTH[i]) ** 2, 0),
  );
}

/** A penalty and a round with their mean error over the trials. */
export interface KernelSetting {
  l2: number;
  round: number;
  error: number;
  trials: Float64Array;
}

/**
 * The setting with the least mean error among some: chosen in hindsight, so its error is a little too good.
 *
 * @param among which settings may be chosen, such as `({ round }) => round === 1` for a single fit
 * @throws RangeError or TypeError where none may or result is none
 */
export function bestSetting(
  { penalties, errors }: KernelRounds,
  among: (setting: KernelSetting) => boolean = () => true,
): KernelSetting {
  checkValues("result.penalties", penalties, 0);
  checkLength("result.errors", errors as unknown as number[], penalties.length, "result.penalties");
  errors.forEach((rows, p) => {
    rows.forEach((trials, r) => {
      checkNotEmpty(`result.errors[${p}][${r}]`, trials);
      checkValues(`result.errors[${p}][${r}]`, trials);
    });
  });
  const settings = penalties.flatMap((l2, p) =>
    errors[p].map((trials, r) => ({ l2, round: r + 1, error: mean(trials) as number, trials })),
  );
  const allowed = settings.filter(among);
  if (allowed.length === 0) throw new RangeError("among must allow at least one setting, got 0");
  return allowed.reduce((best, setting) => (setting.error < best.error ? setting : best));
}
