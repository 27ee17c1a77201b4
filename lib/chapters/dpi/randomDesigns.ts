import { Matrix } from "ml-matrix";
import { labelDistribution } from "../../information/labelDistribution.js";
import { labelInformation } from "../../information/labelInformation.js";
import { optimaOf } from "../../information/optima.js";
import { drawUniform } from "../../random/rng.js";
import { type SeededStream, seededStream } from "../../random/seededStream.js";
import type { OnProgress } from "../../studies/trialLoop.js";
import { checkInteger } from "../../validate/checks.js";
import {
  compareProblem,
  type DistillationProblem,
  type ProblemComparison,
  studentLearner,
} from "./distillationProblem.js";

const VALUES = [-2, -1, 0, 1, 2];
const indicatorOf = (value: number) => (x: number) => (x === value ? 1 : 0);

/** The features that a random class picks from, whole numbers so that different labels can give equal sums. */
const MENUS: ((x: number) => number)[][] = [
  [() => 1, (x) => x, (x) => x * x, Math.abs, Math.sign, (x) => (x > 0 ? 1 : 0)],
  VALUES.map(indicatorOf),
];
const PENALTIES = [0.1, 1];

/**
 * A random small problem: 3 to 6 inputs from -2, …, 2, a probability in [.05, .95] for each value, and for teacher and
 * student one to three features each, powers and the like or indicators of single values, with a ridge of .1 or 1.
 *
 * @param stream where the choices come from
 * @example randomDesignProblem(seededStream("example")).eta.length // from 3 to 6
 */
export function randomDesignProblem(stream: SeededStream): DistillationProblem {
  const below = (count: number) => Math.floor(drawUniform(stream) * count);
  const x = Array.from({ length: 3 + below(4) }, () => below(5) - 2);
  const etaOfValue = stream.uniform(5).map((u) => 0.05 + 0.9 * u);
  const randomClass = () => {
    const menu = MENUS[below(MENUS.length)];
    const chosen = stream.permutation(menu.length).slice(0, 1 + below(3));
    return {
      features: new Matrix(x.map((value) => Array.from(chosen, (j) => menu[j](value)))),
      l2: PENALTIES[below(PENALTIES.length)],
    };
  };
  const teacher = randomClass();
  return { eta: x.map((value) => etaOfValue[value + 2]), teacher, student: randomClass() };
}

/** A random design's exact results. */
export interface DesignResult extends ProblemComparison {
  /** I(y; theta) of a student at alpha = 1, which sees the labels beside the teacher. */
  mixed: number;
}

/**
 * Exact results of many random problems.
 *
 * @param count at least 1
 * @param onProgress after every problem
 * @returns one element a problem, the same in every run
 * @throws RangeError if count is below 1
 * @example (await randomDesigns(400)).length // 400
 */
export async function randomDesigns(
  count: number,
  onProgress?: OnProgress,
): Promise<DesignResult[]> {
  checkInteger("count", count, 1);
  const results: DesignResult[] = [];
  for (let i = 0; i < count; i++) {
    const problem = randomDesignProblem(seededStream(`01-dpi/designs/${i}`));
    const labels = labelDistribution(problem.eta);
    const mixed = labelInformation(labels, optimaOf(labels, studentLearner(problem, 1)));
    results.push({ ...compareProblem(problem), mixed: mixed.information });
    await onProgress?.(i + 1, count);
  }
  return results;
}

/** Two exact numbers closer than this are the same up to rounding. */
const SAME = 1e-9;

/** What distilling did to information and to loss, counted over designs. */
export interface QuadrantCounts {
  moreBetter: number;
  moreWorse: number;
  lessBetter: number;
  lessWorse: number;
  /** Information or loss did not change. */
  unchanged: number;
}

/**
 * Counts designs by whether distilling raised or lowered the information, and lowered (better) or raised the loss.
 *
 * @example countQuadrants([{ student: 1, distilled: 2, studentLoss: 0.7, distilledLoss: 0.6 }]).moreBetter // 1
 */
export function countQuadrants(
  results: readonly Pick<
    ProblemComparison,
    "student" | "distilled" | "studentLoss" | "distilledLoss"
  >[],
): QuadrantCounts {
  const counts = { moreBetter: 0, moreWorse: 0, lessBetter: 0, lessWorse: 0, unchanged: 0 };
  for (const { student, distilled, studentLoss, distilledLoss } of results) {
    const gain = distilled - student;
    const cost = distilledLoss - studentLoss;
    if (Math.abs(gain) < SAME || Math.abs(cost) < SAME) counts.unchanged++;
    else if (gain > 0) counts[cost < 0 ? "moreBetter" : "moreWorse"]++;
    else counts[cost < 0 ? "lessBetter" : "lessWorse"]++;
  }
  return counts;
}
