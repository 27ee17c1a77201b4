import type { Figure } from "../../plotting/render.js";
import { checkNumber } from "../../validate/checks.js";
import type { LossVariances } from "./lossVariances.js";
import { varianceBarsFigure } from "./varianceBarsFigure.js";

/**
 * The variances of one example's loss on hard labels, under the post's formula and on Bayes labels, stacked from the
 * part that the inputs make and the part that the labels make.
 *
 * @param variances of lossVariances
 * @throws RangeError if one is negative or not finite, or all are 0
 */
export function lossVariancesFigure(variances: LossVariances): Figure {
  for (const [name, variance] of Object.entries(variances))
    checkNumber(`variances.${name}`, variance, 0);
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
