import type { Matrix } from "ml-matrix";
import { sigmoid } from "../losses/softplus.js";
import { checkLength, checkNumber, checkValues } from "../validate/checks.js";
import { checkDesign } from "./designMatrix.js";
import { decisionFunction } from "./linearModel.js";
import { fitLogistic } from "./logistic.js";

/** A model class with its penalty: logistic regressions on fixed features of fixed inputs. */
export interface LogisticClass {
  /** n × d. There is no intercept beside it: a column of ones is one, penalised like any other. */
  features: Matrix;
  /** Ridge, l2/2 times the squared weight: one for all columns, or one each. 0 is allowed where an optimum exists. */
  l2: number | ArrayLike<number>;
}

/** How a student weighs its two targets. */
export interface TeacherTargets {
  /** n probabilities T(x; mu). */
  teacher: ArrayLike<number>;
  /** Weight of the teacher's term beside the labels' weight of 1; Infinity leaves the labels out. */
  alpha: number;
}

/**
 * The optimum of a class on labels, and on a teacher's probabilities beside them if there are some. It minimises
 * sum_i [-log S(x_i)_{y_i} + alpha H(T(x_i), S(x_i))] + ridge, in nats; at alpha = Infinity, sum_i H(T(x_i), S(x_i)) + ridge.
 * The ridge keeps its weight in both, so that as alpha grows the optimum tends to that of the teacher's term alone, without
 * a ridge, and not to the optimum at Infinity.
 *
 * @param model n × d features and penalties
 * @param labels n labels in {0, 1}, or soft targets in [0, 1]
 * @param targets of the teacher; without them the student sees the labels only
 * @returns d weights
 * @throws RangeError or TypeError where lengths differ, a value is outside its domain or there is no unique optimum
 * @see Hinton, Vinyals & Dean 2015, section 2, for the combined loss
 * @example fitClass({ features: new Matrix([[1], [1]]), l2: 0 }, [0.75, 0.75]) // Float64Array [ 1.0986122886681098 ]
 */
export function fitClass(
  { features, l2 }: LogisticClass,
  labels: ArrayLike<number>,
  targets?: TeacherTargets,
): Float64Array {
  const none = { l2, intercept: false };
  checkDesign(features, "features");
  checkLength("labels", labels, features.rows, "the rows of features");
  checkValues("labels", labels, 0, 1);
  if (!targets) return fitLogistic(features, labels, none).weights;
  const { teacher, alpha } = targets;
  checkNumber("alpha", alpha, 0, Infinity);
  checkLength("teacher", teacher, labels.length, "labels");
  checkValues("teacher", teacher, 0, 1);
  if (alpha === Infinity) return fitLogistic(features, teacher, none).weights;
  const mixed = Array.from(labels, (y, i) => (y + alpha * teacher[i]) / (1 + alpha));
  const sampleWeights = mixed.map(() => 1 + alpha);
  return fitLogistic(features, mixed, { ...none, sampleWeights }).weights;
}

/**
 * The probabilities of label 1 that weights stand for: sigmoid(features · weights).
 *
 * @param features m × d
 * @param weights d numbers
 * @returns m probabilities
 * @example logisticProbabilities(new Matrix([[1]]), Float64Array.of(0)) // Float64Array [ 0.5 ]
 */
export function logisticProbabilities(features: Matrix, weights: Float64Array): Float64Array {
  checkDesign(features, "features");
  checkValues("weights", weights);
  return decisionFunction({ weights, intercept: 0 }, features).map(sigmoid);
}
