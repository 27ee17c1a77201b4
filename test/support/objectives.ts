import type { LossVariances } from "../../lib/chapters/varianceReduction/lossVariances.js";
import type { ObjectiveErrors } from "../../lib/chapters/varianceReduction/objectiveErrors.js";
import type { Estimate } from "../../lib/statistics/estimate.js";

// Hand-made results for figures: made-up numbers that are easy to find again in a picture.

export const about = (value: number, standardError = 0.01): Estimate => ({ value, standardError });

export const errorsOf = (inputs: number, noise: number, bias: number): ObjectiveErrors => ({
  bias: about(Math.sqrt(bias / 20)),
  biasSquared: about(bias),
  betweenInputs: about(inputs),
  labelNoise: about(noise),
  variance: about(inputs + noise),
  meanSquare: about(inputs + noise + bias, 0.02),
  againstFirst: about(0),
});

export const exact: LossVariances = {
  hard: 0.3,
  postFormula: 0.05,
  soft: 0.1,
  labelNoise: 0.2,
  mean: 0.8,
  postFormulaMean: 0.7,
};
