import { Matrix } from "ml-matrix";
import { crossEntropyOfLogits } from "../../losses/crossEntropy.js";
import { mixedTarget, oneHot } from "../../losses/targets.js";
import { classLogits, classProbabilities } from "../../models/softmaxModel.js";
import { fitSoftmax, type SoftmaxFit } from "../../models/softmaxRegression.js";
import { checkFinite, checkLength, checkNotEmpty, checkValues } from "../../validate/checks.js";
import type { PinwheelPopulation } from "./pinwheel.js";
import {
  checkPlaneData,
  checkPlanePoints,
  PINWHEEL_CLASSES,
  type PlaneData,
  type PlaneModel,
  type PlanePoints,
} from "./planeData.js";

/** The bumps' centres along each coordinate; their spacing is also the bumps' standard deviation. */
const CENTRES = [-2.5, -1.25, 0, 1.25, 2.5];
const WIDTH = 1.25;

/**
 * The student's features of points in the plane: the two coordinates.
 *
 * @param points n of them
 * @returns an n × 2 design matrix
 * @throws RangeError if a coordinate is not finite or the lengths differ
 * @example planeFeatures(planePoints([1, 2])).to2DArray() // [[1, 2]]
 */
export function planeFeatures(points: PlanePoints): Matrix {
  checkPlanePoints("points", points);
  const { x1, x2 } = points;
  return new Matrix(Array.from(x1, (value, i) => [value, x2[i]]));
}

/**
 * The teacher's features of points in the plane: Gaussian bumps exp(-|x - c|² / (2 · 1.25²)) around a square grid of 25
 * centres c from -2.5 to 2.5 (radial basis functions).
 *
 * @param points n of them
 * @returns an n × 25 design matrix, the centres' second coordinate running fastest
 * @throws RangeError if a coordinate is not finite or the lengths differ
 * @example bumpFeatures(planePoints([0, 0])).get(0, 12) // 1, the bump at the origin
 */
export function bumpFeatures(points: PlanePoints): Matrix {
  checkPlanePoints("points", points);
  const { x1, x2 } = points;
  const bumps = (x: number) => CENTRES.map((c) => Math.exp(-(((x - c) / WIDTH) ** 2) / 2));
  const design = new Matrix(x1.length, CENTRES.length ** 2);
  for (let i = 0; i < design.rows; i++) {
    const [first, second] = [bumps(x1[i]), bumps(x2[i])];
    for (let j = 0; j < design.columns; j++) {
      const [row, column] = [Math.floor(j / CENTRES.length), j % CENTRES.length];
      design.set(i, j, first[row] * second[column]);
    }
  }
  return design;
}

/** A fitted model of points in the plane. */
export interface PlaneClassifier extends PlaneModel {
  model: SoftmaxFit;
  /** How many weights a prediction multiplies by: classes × features. */
  weightCount: number;
}

export interface PlaneFitOptions {
  /** Ridge on the weights; the intercepts are free. Default 1, as scikit-learn's. */
  l2?: number;
}

/**
 * A softmax regression and its features as one model of points in the plane.
 *
 * @param features such as {@link planeFeatures}
 * @param model fitted to these features
 * @throws RangeError if model has no class, its lengths differ or a number is not finite
 * @example planeClassifier(planeFeatures, fitSoftmax(planeFeatures(data), oneHot(data.y, 3), { l2: 1 })).weightCount // 6
 */
export function planeClassifier(
  features: (points: PlanePoints) => Matrix,
  model: SoftmaxFit,
): PlaneClassifier {
  checkNotEmpty("model.weights", model.weights);
  checkFinite("model", model);
  checkLength("model.intercepts", model.intercepts, model.weights.length, "model.weights");
  model.weights.forEach((row, k) => {
    checkLength(`model.weights[${k}]`, row, model.weights[0].length, "model.weights[0]");
  });
  return {
    model,
    weightCount: model.weights.length * model.weights[0].length,
    logits: (points) => classLogits(model, features(points)),
    probabilities: (points, options) => classProbabilities(model, features(points), options),
  };
}

/**
 * The teacher: softmax regression on the 25 bumps of {@link bumpFeatures}, fitted to labels.
 *
 * @throws RangeError if data are not valid, a class has no label or l2 is negative
 * @example fitPlaneTeacher(pinwheelData(seededStream("example"), 50)).model.weights[0].length // 25
 */
export function fitPlaneTeacher(
  data: PlaneData,
  { l2 = 1 }: PlaneFitOptions = {},
): PlaneClassifier {
  checkPlaneData("data", data);
  const targets = oneHot(data.y, PINWHEEL_CLASSES);
  return planeClassifier(bumpFeatures, fitSoftmax(bumpFeatures(data), targets, { l2 }));
}

/**
 * The student of the combined loss -log S_y + α H(T, S): softmax regression on the two coordinates, fitted to the mixed
 * targets. The ridge is added to the cross-entropy to these; on the combined loss itself, l2 counts 1 / c_α as much.
 *
 * @param data the student's training set
 * @param teacher gives T at the same points
 * @param alpha weight of the teacher's term, from 0 to Infinity
 * @throws RangeError if data are not valid, alpha or l2 is out of its range, or a class is in no target
 * @example distilStudent(data, teacher, 0).model.weights[0].length // 2
 */
export function distilStudent(
  data: PlaneData,
  teacher: Pick<PlaneModel, "probabilities">,
  alpha: number,
  { l2 = 1 }: PlaneFitOptions = {},
): PlaneClassifier {
  checkPlaneData("data", data);
  const targets = teacher.probabilities(data).map((T, i) => mixedTarget(data.y[i], T, alpha));
  return planeClassifier(planeFeatures, fitSoftmax(planeFeatures(data), targets, { l2 }));
}

/**
 * The loss that a model has on fresh examples of the pinwheel: the expectation of H(η(x), S(x)).
 *
 * @param population of {@link pinwheelPopulation}
 * @returns nats; the least possible is that of {@link pinwheelTruth}
 * @throws RangeError if population is not valid
 * @example planeLoss(pinwheelTruth, pinwheelPopulation()) // 0.4338…
 */
export function planeLoss(
  { logits }: Pick<PlaneModel, "logits">,
  population: PinwheelPopulation,
): number {
  const { x1, weights, eta } = population;
  checkLength("population.weights", weights, x1.length, "population.x1");
  checkValues("population.weights", weights, 0, 1);
  checkLength("population.eta", eta as unknown as number[], x1.length, "population.x1");
  return logits(population).reduce(
    (sum, z, i) => sum + weights[i] * crossEntropyOfLogits(eta[i], z),
    0,
  );
}
