import type { Matrix } from "ml-matrix";
import { crossEntropyOfLogits } from "../../losses/crossEntropy.js";
import type { TemperatureOptions } from "../../losses/softmax.js";
import { lossScale, mixedTarget, oneHot } from "../../losses/targets.js";
import { classLogits, classProbabilities } from "../../models/softmaxModel.js";
import { fitSoftmax, type SoftmaxFit } from "../../models/softmaxRegression.js";
import { checkChoice, checkNumber } from "../../validate/checks.js";
import type { PinwheelPopulation } from "./pinwheelPopulation.js";
import { checkPlaneData, type PlaneData, type PlanePoints, planePoints } from "./planeData.js";
import { bumpFeatures, planeFeatures } from "./planeFeatures.js";
import { checkPlanePopulation } from "./planeFloor.js";

/** A fitted classifier of points in the plane. */
export interface PlaneClassifier {
  model: SoftmaxFit;
  /** How many weights a prediction multiplies by: classes × features. */
  weightCount: number;
  /** n rows of d logits. */
  logits(points: PlanePoints): Float64Array[];
  /** n rows of d probabilities, at a temperature. */
  probabilities(points: PlanePoints, options?: TemperatureOptions): Float64Array[];
}

export interface PlaneFitOptions {
  /** Ridge on the weights; the intercepts are free. Default 1, as scikit-learn's. */
  l2?: number;
}

export interface DistilOptions extends PlaneFitOptions {
  /**
   * What the penalty is added to: the cross-entropy to the mixed target ("mixed", the default), or the combined loss
   * as written ("combined"), which is c_α times as large, so that the same l2 counts 1 / c_α as much.
   */
  penaltyOn?: "mixed" | "combined";
}

const CLASSES = 3;

/**
 * The teacher: softmax regression on the 25 bumps of {@link bumpFeatures}, fitted to labels.
 *
 * @throws RangeError or TypeError where data are none, a class has no label or l2 is negative
 * @example fitPlaneTeacher(pinwheelData(seededStream("example"), 50)).model.weights[0].length // 25
 */
export function fitPlaneTeacher(
  data: PlaneData,
  { l2 = 1 }: PlaneFitOptions = {},
): PlaneClassifier {
  checkPlaneData("data", data, CLASSES);
  return classifier(bumpFeatures, fitSoftmax(bumpFeatures(data), oneHot(data.y, CLASSES), { l2 }));
}

/**
 * The student: softmax regression on the two coordinates, fitted to hard or soft targets.
 *
 * @param softTargets n rows of probabilities
 * @throws RangeError as {@link fitSoftmax}
 * @example fitPlaneStudent(data, oneHot(data.y, 3)).model.weights[0].length // 2
 */
export function fitPlaneStudent(
  points: PlanePoints,
  softTargets: readonly ArrayLike<number>[],
  { l2 = 1 }: PlaneFitOptions = {},
): PlaneClassifier {
  return classifier(planeFeatures, fitSoftmax(planeFeatures(points), softTargets, { l2 }));
}

/**
 * The student of the combined loss -log S_y + α H(T, S), summed over the examples, with a ridge.
 *
 * @param data the student's training set
 * @param teacher gives T at the same points
 * @param alpha weight of the teacher's term, from 0 to Infinity
 * @throws RangeError or TypeError where data are none, alpha or l2 is out of its range, or a class is in no target
 * @example distilStudent(data, teacher, 0).model // that of fitPlaneStudent(data, oneHot(data.y, 3))
 */
export function distilStudent(
  data: PlaneData,
  teacher: PlaneClassifier,
  alpha: number,
  { l2 = 1, penaltyOn = "mixed" }: DistilOptions = {},
): PlaneClassifier {
  checkPlaneData("data", data, CLASSES);
  checkNumber("l2", l2, 0);
  checkChoice("penaltyOn", penaltyOn, ["mixed", "combined"]);
  const targets = teacher
    .probabilities(data)
    .map((probabilities, i) => mixedTarget(data.y[i], probabilities, alpha));
  return fitPlaneStudent(data, targets, {
    l2: penaltyOn === "mixed" ? l2 : l2 / lossScale(alpha),
  });
}

/**
 * The loss that a classifier has on fresh examples of the pinwheel: the expectation of H(η(x), S(x)).
 *
 * @param population of {@link pinwheelPopulation}
 * @returns nats; the least possible is that of the truth, see {@link planeFloor}
 * @throws RangeError or TypeError where population is none, and what the classifier throws
 * @example planeLoss(teacher, pinwheelPopulation()) > 0.4338 // true
 */
export function planeLoss({ logits }: PlaneClassifier, population: PinwheelPopulation): number {
  checkPlanePopulation(population);
  const { weights, eta } = population;
  return logits(population).reduce(
    (sum, z, i) => sum + weights[i] * crossEntropyOfLogits(eta[i], z),
    0,
  );
}

/** A point and the probabilities of the three classes there. */
export type ProbabilityRow = {
  x1: number;
  x2: number;
  A: number;
  B: number;
  C: number;
};

/**
 * The class probabilities of a model at a few points, as rows of a table.
 *
 * @param model of three classes, or {@link pinwheelTruth}
 * @param pairs coordinates of the points
 * @throws RangeError or TypeError where a coordinate is not finite, and what the model throws
 * @example probabilityRows(pinwheelTruth, [[0, 0]])[0].A // 0.3333333333333333
 */
export function probabilityRows(
  model: Pick<PlaneClassifier, "probabilities">,
  pairs: readonly (readonly [number, number])[],
): ProbabilityRow[] {
  const rows = model.probabilities(planePoints(...pairs));
  return pairs.map(([x1, x2], i) => {
    const [A, B, C] = rows[i];
    return { x1, x2, A, B, C };
  });
}

function classifier(features: (points: PlanePoints) => Matrix, model: SoftmaxFit): PlaneClassifier {
  return {
    model,
    weightCount: model.weights.length * model.weights[0].length,
    logits: (points) => classLogits(model, features(points)),
    probabilities: (points, options) => classProbabilities(model, features(points), options),
  };
}
