import type { Matrix } from "ml-matrix";
import type { Quadrature } from "../data/normalGrid.js";
import { populationLoss } from "../losses/populationLoss.js";
import { decisionFunction } from "./linearModel.js";
import { fitLogistic } from "./logistic.js";

/**
 * The least population log-loss that a logistic regression on these features reaches, without a penalty.
 *
 * @param features of the quadrature's points, n × d
 * @param eta P(Y = 1 | x) at the n points
 * @returns nats
 * @throws RangeError as fitLogistic and populationLoss
 * @example bestInClassLoss(normalGrid(1, 2), new Matrix([[-6], [0], [6]]), [0.5, 0.5, 0.5]) // 0.6931471805599453
 */
export function bestInClassLoss(
  quadrature: Quadrature,
  features: Matrix,
  eta: ArrayLike<number>,
): number {
  const best = fitLogistic(features, eta, { sampleWeights: quadrature.weights });
  return populationLoss(quadrature, decisionFunction(best, features), eta);
}
