import { type AbstractMatrix, inverse, Matrix } from "ml-matrix";
import { normalGrid } from "../../data/normalGrid.js";
import { postEta } from "../../data/postData.js";
import { sigmoid, softplus } from "../../losses/softplus.js";
import { withConstant } from "../../models/designMatrix.js";
import { polynomialFeatures, sineFeatures } from "../../models/features.js";
import { decisionFunction } from "../../models/linearModel.js";
import { fitLogistic } from "../../models/logistic.js";
import { checkDesignSettings, type Design } from "./designs.js";
import { STUDENT_DEGREE } from "./studentRisk.js";
import type { LimitStudent } from "./studyLines.js";

/** What a kind of student tends to as n grows: excess risk over the best cubic = bias + constant / n + o(1/n). */
export interface LimitConstant {
  /** Excess risk that stays with endless data, in nats. */
  bias: number;
  /** Nats times examples. If the bias is not 0 a term of the same order is left out: see limitConstants. */
  constant: number;
}

/**
 * The data limit of the four students, by the theory of M-estimators on a quadrature. A student solves
 * sum_i phi(x_i) (target_i - prediction_i) = 0; its parameters vary by A⁻¹ V A⁻¹ / n, where A is the mean curvature and V
 * the variance of one example's score, the teacher's own estimation error included. The expected excess risk is then
 * half the trace of B A⁻¹ V A⁻¹ over n, with B the risk's Hessian at the limit. Where the limit is not the best cubic
 * the slope of the risk times the parameters' bias, also of order 1/n, is left out. Penalties vanish in the limit.
 *
 * @throws RangeError if design is not a valid Design
 * @see van der Vaart, Asymptotic Statistics, theorem 5.21; White 1982
 * @example limitConstants(POST_DESIGN).onLabels.constant // 2 to ten digits
 */
export function limitConstants(design: Design): Record<LimitStudent, LimitConstant> {
  checkDesignSettings(design);
  const { points, weights } = normalGrid(design.inputScale);
  // Any linear change of the features leaves the students as they are; these are well conditioned.
  const phi = polynomialFeatures(points, STUDENT_DEGREE, { scale: design.inputScale });
  const tau = sineFeatures(points);
  const eta = points.map(postEta);
  const fit = (features: AbstractMatrix, targets: Float64Array) =>
    decisionFunction(fitLogistic(features, targets, { sampleWeights: weights }), features);
  const phi1 = withConstant(phi);
  const tau1 = withConstant(tau);
  const moment = (left: AbstractMatrix, right: AbstractMatrix, value: (i: number) => number) =>
    weightedProduct(left, right, (i) => weights[i] * value(i));

  const bestLogits = fit(phi, eta);
  const best = bestLogits.map(sigmoid);
  const taughtLogits = fit(tau, eta);
  const taught = taughtLogits.map(sigmoid);
  const noise = eta.map((p, i) => p * (1 - p) + (p - taught[i]) ** 2);
  const teacherCurvature = moment(tau1, tau1, (i) => taught[i] * (1 - taught[i]));
  const teacherCovariance = moment(tau1, tau1, (i) => noise[i]);
  const gram = inverse(moment(phi1, phi1, () => 1));
  const matchingWeights = gram.mmul(
    moment(phi1, Matrix.ones(points.length, 1), (i) => taughtLogits[i]),
  );
  const matchedLogits = Float64Array.from(phi1.mmul(matchingWeights).to1DArray());
  const distilledLogits = fit(phi, taught);
  const distilled = distilledLogits.map(sigmoid);

  const riskOf = (z: Float64Array) =>
    z.reduce((sum, v, i) => sum + weights[i] * (softplus(v) - eta[i] * v), 0);
  const constantOf = (
    logits: Float64Array,
    curvature: (i: number) => number,
    scores: Matrix,
  ): LimitConstant => {
    const bread = inverse(moment(phi1, phi1, curvature));
    const p = logits.map(sigmoid);
    const hessian = moment(phi1, phi1, (i) => p[i] * (1 - p[i]));
    const constant = hessian.mmul(bread).mmul(scores).mmul(bread).trace() / 2;
    return { bias: riskOf(logits) - riskOf(bestLogits), constant };
  };
  const squares = (residual: (i: number) => number) => moment(phi1, phi1, (i) => residual(i) ** 2);
  /** Scores that depend on the labels through the teacher's two parameters. */
  const taughtScores = (residual: (i: number) => number, coupling: (i: number) => number) => {
    const through = moment(phi1, tau1, coupling).mmul(inverse(teacherCurvature));
    const cross = moment(phi1, tau1, (i) => residual(i) * (eta[i] - taught[i])).mmul(
      through.transpose(),
    );
    return squares(residual)
      .add(through.mmul(teacherCovariance).mmul(through.transpose()))
      .add(cross)
      .add(cross.transpose());
  };
  const bernoulli = (p: Float64Array) => (i: number) => p[i] * (1 - p[i]);
  return {
    onLabels: constantOf(
      bestLogits,
      bernoulli(best),
      squares((i) => Math.sqrt(eta[i] * (1 - eta[i]) + (eta[i] - best[i]) ** 2)),
    ),
    onTrueEta: constantOf(
      bestLogits,
      bernoulli(best),
      squares((i) => eta[i] - best[i]),
    ),
    distilled: constantOf(
      distilledLogits,
      bernoulli(distilled),
      taughtScores((i) => taught[i] - distilled[i], bernoulli(taught)),
    ),
    logitMatching: constantOf(
      matchedLogits,
      () => 1,
      taughtScores(
        (i) => taughtLogits[i] - matchedLogits[i],
        () => 1,
      ),
    ),
  };
}

/** left' · diag(value) · right. */
function weightedProduct(
  left: AbstractMatrix,
  right: AbstractMatrix,
  value: (i: number) => number,
): Matrix {
  const scaled = right.clone();
  for (let i = 0; i < scaled.rows; i++) scaled.mulRow(i, value(i));
  return left.transpose().mmul(scaled);
}
