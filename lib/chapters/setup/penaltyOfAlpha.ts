import { lossScale } from "../../losses/targets.js";
import { checkNotEmpty, checkValues } from "../../validate/checks.js";
import { pinwheelPopulation } from "./pinwheelPopulation.js";
import {
  distilStudent,
  type PlaneClassifier,
  type PlaneFitOptions,
  planeLoss,
} from "./planeClassifier.js";
import type { PlaneData } from "./planeData.js";

/** One α: the constant it brings, and the two students that put the same penalty on either form of the loss. */
export type PenaltyRow = {
  alpha: number;
  /** c_α. */
  scale: number;
  /** The ridge on the mixed target that the ridge on the combined loss amounts to, l2 / c_α. */
  effectiveL2: number;
  /** Euclidean length of all weights, the penalty being on the cross-entropy to the mixed target. */
  mixedWeights: number;
  /** The same, the penalty being on the combined loss. */
  combinedWeights: number;
  /** Population losses of the two, in nats. */
  mixedLoss: number;
  combinedLoss: number;
};

/**
 * What the constant c_α does to a penalty: the students of both forms of the loss at each α.
 *
 * @param data the student's training set
 * @param alphas from 0 to Infinity, at least one
 * @throws RangeError where an argument is out of its domain
 * @example penaltyOfAlpha(data, teacher, [1], { l2: 1 })[0].effectiveL2 // 0.5
 */
export function penaltyOfAlpha(
  data: PlaneData,
  teacher: PlaneClassifier,
  alphas: readonly number[],
  { l2 = 1 }: PlaneFitOptions = {},
): PenaltyRow[] {
  checkNotEmpty("alphas", alphas);
  checkValues("alphas", alphas, 0, Infinity);
  const population = pinwheelPopulation();
  return alphas.map((alpha) => {
    const mixed = distilStudent(data, teacher, alpha, { l2 });
    const combined = distilStudent(data, teacher, alpha, { l2, penaltyOn: "combined" });
    return {
      alpha,
      scale: lossScale(alpha),
      effectiveL2: l2 / lossScale(alpha),
      mixedWeights: lengthOf(mixed),
      combinedWeights: lengthOf(combined),
      mixedLoss: planeLoss(mixed, population),
      combinedLoss: planeLoss(combined, population),
    };
  });
}

const lengthOf = ({ model }: PlaneClassifier) =>
  Math.hypot(...model.weights.flatMap((row) => Array.from(row)));
