import { Matrix } from "ml-matrix";
import { labelDistribution } from "../../information/labelDistribution.js";
import { labelInformation, roundedInformation } from "../../information/labelInformation.js";
import { optimaOf } from "../../information/optima.js";
import { sigmoid } from "../../losses/softplus.js";
import { seededStream } from "../../random/seededStream.js";
import { type Estimate, meanAndStandardError } from "../../statistics/estimate.js";
import type { OnProgress } from "../../studies/trialLoop.js";
import { checkInteger, checkNumber, checkValues, MAX_MAGNITUDE } from "../../validate/checks.js";
import {
  compareProblem,
  type DistillationProblem,
  type ProblemComparison,
  studentLearner,
} from "./distillationProblem.js";

const LATTICE = [-2, -1, -1, 0, 0, 1, 1, 2];
/** Labels keep the probabilities of the lattice, so that H(y) does not move with the inputs. */
const ETA = LATTICE.map(sigmoid);
/** Small jitters leave optima that differ in the square of the jitter: tell them apart down to solver noise. */
const FINE = { tolerance: 1e-12 };
/** Teacher and student are a line and a square in x with constants, ridge 1, over shifted lattice inputs. */
export function jitteredProblem(shifts: ArrayLike<number>): DistillationProblem {
  const x = LATTICE.map((value, i) => value + (shifts[i] ?? 0));
  return {
    eta: ETA,
    teacher: { features: new Matrix(x.map((value) => [1, value])), l2: 1 },
    student: { features: new Matrix(x.map((value) => [1, value ** 2])), l2: 1 },
  };
}

/**
 * The exact information of the three learners as the inputs leave a lattice one by one: how many have been moved, by
 * independent normal shifts of deviation `jitter`, against how many bits there are.
 *
 * @param jitter above 0; any gives the same information, so long as sums that differ can be told apart
 * @returns 9 results, for 0 to 8 moved inputs
 * @throws RangeError if jitter is so small that different optima look equal
 * @example saturationByInput().map(({ student }) => student).at(-1) // 6.413896833938996, which is H(y)
 */
export function saturationByInput(jitter = 0.1): ProblemComparison[] {
  checkNumber("jitter", jitter, Number.MIN_VALUE, MAX_MAGNITUDE);
  const shifts = seededStream("01-dpi/saturation/inputs").normal(LATTICE.length);
  return Array.from({ length: LATTICE.length + 1 }, (_, moved) =>
    compareProblem(jitteredProblem(shifts.slice(0, moved).map((z) => z * jitter))),
  );
}

/** Mean information over trials, in bits. */
export interface JitterPoint extends Estimate {
  jitter: number;
}

/** One resolution's line; 0 stands for the exact parameters. */
export interface ResolutionCurve {
  resolution: number;
  points: JitterPoint[];
}

/**
 * The information in the label-trained student's parameters, exact and rounded, as all inputs are jittered more and more.
 *
 * @param jitters deviations of the normal shifts, at least 0
 * @param resolutions the parameters are rounded to multiples of these; 0 leaves them exact
 * @param options.trials jitters drawn, at least 2
 * @param options.onProgress after every fitted set of label vectors
 * @returns one curve a resolution
 * @throws RangeError if an argument is out of its range
 * @example (await saturationByJitter([0], [0], { trials: 2 }))[0].points[0].standardError // 0
 */
export async function saturationByJitter(
  jitters: readonly number[],
  resolutions: readonly number[],
  { trials = 10, onProgress }: { trials?: number; onProgress?: OnProgress } = {},
): Promise<ResolutionCurve[]> {
  checkValues("jitters", jitters, 0, MAX_MAGNITUDE);
  checkValues("resolutions", resolutions, 0);
  checkInteger("trials", trials, 2);
  const labels = labelDistribution(ETA);
  const bits = resolutions.map(() => jitters.map(() => [] as number[]));
  let done = 0;
  for (const [j, jitter] of jitters.entries()) {
    for (let trial = 0; trial < trials; trial++) {
      const shifts = seededStream(`01-dpi/saturation/${trial}`).normal(LATTICE.length);
      const problem = jitteredProblem(shifts.map((z) => z * jitter));
      const optima = optimaOf(labels, studentLearner(problem, 0));
      resolutions.forEach((resolution, r) => {
        bits[r][j].push(
          resolution === 0
            ? labelInformation(labels, optima, FINE).information
            : roundedInformation(labels, optima, resolution, FINE),
        );
      });
      await onProgress?.(++done, jitters.length * trials);
    }
  }
  return resolutions.map((resolution, r) => ({
    resolution,
    points: jitters.map((jitter, j) => ({ jitter, ...meanAndStandardError(bits[r][j]) })),
  }));
}
