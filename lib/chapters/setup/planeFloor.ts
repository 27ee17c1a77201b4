import { crossEntropy } from "../../losses/crossEntropy.js";
import { checkDistribution } from "../../losses/domains.js";
import { classProbabilities } from "../../models/softmaxModel.js";
import { fitSoftmax } from "../../models/softmaxRegression.js";
import { checkLength, checkValues } from "../../validate/checks.js";
import { type PinwheelPopulation, pinwheelPopulation } from "./pinwheelPopulation.js";
import { checkPlanePoints } from "./planeData.js";
import { planeFeatures } from "./planeFeatures.js";

/** Population losses in nats that endless data would give on the pinwheel. */
export interface PlaneFloor {
  /** The constant prediction 1/3. */
  constant: number;
  /** The best student: softmax regression on the two coordinates. */
  student: number;
  /** The true probabilities: no model has less. */
  bayes: number;
}

/**
 * What each kind of model could reach on the pinwheel with endless data.
 *
 * @param population of {@link pinwheelPopulation}
 * @throws RangeError or TypeError where population is none, or as fitSoftmax
 * @example planeFloor().bayes // 0.4338…
 */
export function planeFloor(population: PinwheelPopulation = pinwheelPopulation()): PlaneFloor {
  checkPlanePopulation(population);
  const { weights, eta } = population;
  const features = planeFeatures(population);
  const best = fitSoftmax(features, eta, { sampleWeights: weights });
  const expected = (predictions: readonly Float64Array[]) =>
    predictions.reduce((sum, p, i) => sum + weights[i] * crossEntropy(eta[i], p), 0);
  return {
    constant: Math.log(3),
    student: expected(classProbabilities(best, features)),
    bayes: expected(eta),
  };
}

/** Throws unless the population has finite points with a weight and probabilities each; those must be distributions. */
export function checkPlanePopulation(population: PinwheelPopulation): void {
  checkPlanePoints("population", population);
  const { x1, weights, eta } = population;
  checkLength("population.weights", weights, x1.length, "population.x1");
  checkValues("population.weights", weights, 0, 1);
  checkLength("population.eta", eta as unknown as number[], x1.length, "population.x1");
  eta.forEach((probabilities, i) => {
    checkDistribution(`population.eta[${i}]`, probabilities);
  });
}
