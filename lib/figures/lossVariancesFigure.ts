import type { LossVariances } from "../experiments/lossVariances.js";
import type { Figure } from "./render.js";
import { varianceBarsFigure } from "./varianceBarsFigure.js";

/**
 * The variances of one example's loss on hard labels, under the post's formula and on Bayes labels, stacked from the
 * part that the inputs make and the part that the labels make.
 *
 * @param variances of lossVariances
 */
export function lossVariancesFigure(variances: LossVariances): Figure {
  const { soft, labelNoise, postFormula } = variances;
  return varianceBarsFigure(
    [
      { label: "hard labels", betweenInputs: soft, labelNoise },
      { label: "post's formula", betweenInputs: postFormula, labelNoise: 0 },
      { label: "Bayes labels", betweenInputs: soft, labelNoise: 0 },
    ],
    { xLabel: "variance of one example's loss (nats²)" },
  );
}
