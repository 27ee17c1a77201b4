import { Matrix } from "ml-matrix";
import { type BinaryData, checkBinaryData } from "../../data/dataset.js";
import { sigmoid } from "../../losses/softplus.js";
import { decisionFunction } from "../../models/linearModel.js";
import { fitLogistic } from "../../models/logistic.js";
import { checkInteger, checkNumber, checkResult } from "../../validate/checks.js";

/** Ten labelled points that no threshold separates: small enough to follow by hand. */
export const TEN_POINTS: BinaryData = {
  x: Float64Array.of(-2, -1.2, -0.5, 0.1, 0.8, 1.5, 2.1, -1.6, 0.4, 1.1),
  y: Uint8Array.of(0, 1, 0, 1, 0, 1, 1, 0, 1, 0),
};

/** One round of self-distillation: a logistic regression on the features 1 and x. */
export interface LogisticRound {
  round: number;
  slope: number;
  intercept: number;
  /** The ridge with which a single fit on the labels gives this very model. */
  equivalentL2: number;
}

export interface LogisticRoundsOptions {
  rounds: number;
  /** Ridge on the slope; the intercept is free. */
  l2: number;
  /** Weight of the teacher against the labels' 1; Infinity leaves the labels out. Default Infinity. */
  alpha?: number;
}

/**
 * Self-distillation of a logistic regression: round 1 learns the labels, each later round the mixture
 * (y + alpha T) / (1 + alpha) where T are the probabilities of the round before.
 *
 * The equivalent ridge is exact. Each optimum satisfies l2 · slope = sum_i x_i (target_i - p_i); at alpha = Infinity these add
 * up over the rounds to l2 · (slope_1 + … + slope_t) = sum_i x_i (y_i - p_i), which is the condition for one fit on y with
 * ridge l2 · (slope_1 + … + slope_t) / slope_t. A finite alpha divides what the labels say again by 1 + alpha.
 *
 * @throws RangeError or TypeError where data are none, an option is out of its range or there is no optimum, or the
 * equivalent ridge is not finite
 * @example logisticRounds(TEN_POINTS, { rounds: 5, l2: 1 }).map((r) => r.slope.toFixed(3)) // .514 .403 .319 .255 .205
 */
export function logisticRounds(
  data: BinaryData,
  { rounds, l2, alpha = Infinity }: LogisticRoundsOptions,
): LogisticRound[] {
  checkBinaryData("data", data);
  const { x, y } = data;
  checkInteger("rounds", rounds, 1);
  checkNumber("l2", l2, 0);
  checkNumber("alpha", alpha, 0, Infinity);
  const design = Matrix.columnVector(x);
  const teacherShare = alpha === Infinity ? 1 : alpha / (1 + alpha);
  const results: LogisticRound[] = [];
  let targets = Float64Array.from(y);
  let pull = 0;
  for (let round = 1; round <= rounds; round++) {
    const fit = fitLogistic(design, targets, { l2 });
    const slope = fit.weights[0];
    pull = slope + teacherShare * pull;
    const equivalentL2 = (l2 * pull) / slope;
    checkResult("l2", equivalentL2);
    results.push({ round, slope, intercept: fit.intercept, equivalentL2 });
    const teacher = decisionFunction(fit, design).map(sigmoid);
    targets = teacher.map((p, i) => teacherShare * p + (1 - teacherShare) * y[i]);
  }
  return results;
}
