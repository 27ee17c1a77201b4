import { Matrix } from "ml-matrix";
import { sigmoid } from "../losses/softplus.js";
import { lossScale, mixLabels } from "../losses/targets.js";
import { checkInteger, checkLength, checkNumber, checkValues } from "../validate/checks.js";
import { checkDesign, penaltiesOf } from "./designMatrix.js";
import { decisionFunction } from "./linearModel.js";
import { logisticFitter } from "./logistic.js";

/** Logistic regressions on fixed features of fixed inputs, with their penalty. */
export interface LogisticModel {
  /** n × d. There is no intercept beside it: a column of ones is one, penalised like any other. */
  features: Matrix;
  /** Ridge, l2/2 times the squared weight: one for all columns, or one each. 0 is allowed if an optimum exists. */
  l2: number | ArrayLike<number>;
}

/**
 * What a ridge is added to. On the cross-entropy to the mixed label ("mixed", the default everywhere), it counts the same
 * for every α. On the combined loss as written ("combined"), which is c_α = 1 + α times as large, the same ridge counts
 * 1 / c_α as much: as α grows the penalty disappears, and α = Infinity is not the limit but a case of its own.
 */
export type PenaltyOn = "mixed" | "combined";

export interface DistilledFitOptions {
  /** Weight of the teacher's term beside the labels' weight of 1; Infinity, the default, leaves the labels out. */
  alpha?: number;
  penaltyOn?: PenaltyOn;
}

/** How a student weighs its two targets. */
export interface TeacherTargets extends DistilledFitOptions {
  /** n probabilities T(x; mu). */
  teacher: ArrayLike<number>;
}

/**
 * A ridge as it counts on the cross-entropy to the mixed label: divided by c_α if it is meant for the combined loss.
 *
 * @throws RangeError if alpha is negative or NaN
 * @example ridgeOnMixed(1, 4, "combined") // 0.2
 */
export const ridgeOnMixed = (l2: number, alpha: number, penaltyOn: PenaltyOn = "mixed"): number =>
  penaltyOn === "mixed" ? l2 : l2 / lossScale(alpha);

/**
 * The optimal weights on labels, or on labels and a teacher's probabilities: the minimum of
 * sum_i H(t_i, S(x_i)) + ridge, in nats, where t_i = (y_i + α T(x_i)) / (1 + α) is the mixed label.
 *
 * @param model n × d features and penalties
 * @param labels n labels in {0, 1}, or soft targets in [0, 1]
 * @param targets of the teacher; without them the student sees the labels only
 * @returns d weights
 * @throws RangeError if lengths differ, a value is outside its domain or there is no unique optimum
 * @see Hinton, Vinyals & Dean 2015, section 2, for the combined loss
 * @example fitLogisticModel({ features: new Matrix([[1], [1]]), l2: 0 }, [0.75, 0.75]) // Float64Array [ 1.0986122886681098 ]
 */
export function fitLogisticModel(
  { features, l2 }: LogisticModel,
  labels: ArrayLike<number>,
  targets?: TeacherTargets,
): Float64Array {
  if (!targets) return logisticModelFitter({ features, l2 })(labels);
  checkDesign(features, "features");
  checkLabels(labels, features);
  const { teacher, alpha = Infinity, penaltyOn } = targets;
  const penalties = penaltiesOf(l2, features.columns).map((penalty) =>
    ridgeOnMixed(penalty, alpha, penaltyOn),
  );
  return logisticModelFitter({ features, l2: penalties })(mixLabels(labels, teacher, alpha));
}

/**
 * {@link fitLogisticModel} of one model to many labels: what does not depend on them is done once.
 *
 * @returns a function of n labels in {0, 1} or soft targets in [0, 1] that gives d weights
 * @throws RangeError if the model is not valid; from the function, as fitLogisticModel
 * @example logisticModelFitter(lineModel([-1, 1], 1))([0, 1]) // Float64Array [ 0, 0.6… ]
 */
export function logisticModelFitter({
  features,
  l2,
}: LogisticModel): (labels: ArrayLike<number>) => Float64Array {
  checkDesign(features, "features");
  const fit = logisticFitter(features, { l2, intercept: false });
  return (labels) => {
    checkLabels(labels, features);
    return fit(labels).weights;
  };
}

function checkLabels(labels: ArrayLike<number>, features: Matrix): void {
  checkLength("labels", labels, features.rows, "the rows of features");
  checkValues("labels", labels, 0, 1);
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
  return decisionFunction({ weights, intercept: 0 }, features).map(sigmoid);
}

/**
 * Self-distillation: round 1 learns the labels, every later round the labels and the probabilities of the round before.
 *
 * On ten points with ridge 1 and α = 4 the slope shrinks from round to round: .514 .424 .370 .337 .316. With the ridge on
 * the combined loss it stays at .514: a later round then minimises round 1's own objective plus α H(T, S), and round 1
 * is the minimum of both.
 *
 * @param model of every round
 * @param labels n labels in {0, 1}
 * @param rounds at least 1, the first included
 * @returns the weights of each round
 * @throws RangeError if rounds is below 1, or as fitLogisticModel
 * @example selfDistillationRounds(lineModel([-1, 0, 1], 1), [0, 1, 1], 2).length // 2
 */
export function selfDistillationRounds(
  model: LogisticModel,
  labels: ArrayLike<number>,
  rounds: number,
  options: DistilledFitOptions = {},
): Float64Array[] {
  checkInteger("rounds", rounds, 1);
  const weights = [fitLogisticModel(model, labels)];
  while (weights.length < rounds) {
    const teacher = logisticProbabilities(model.features, weights[weights.length - 1]);
    weights.push(fitLogisticModel(model, labels, { ...options, teacher }));
  }
  return weights;
}

/**
 * Lines in x: a free constant and a slope with this ridge.
 *
 * @param x n inputs
 * @param slopeL2 0 for no penalty
 * @example lineModel([1, 2], 1).features.to2DArray() // [[1, 1], [1, 2]]
 */
export function lineModel(x: ArrayLike<number>, slopeL2: number): LogisticModel {
  checkValues("x", x);
  checkNumber("slopeL2", slopeL2, 0);
  return { features: new Matrix(Array.from(x, (value) => [1, value])), l2: [0, slopeL2] };
}
