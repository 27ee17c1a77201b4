import type { Figure } from "../../plotting/render.js";
import { checkChoice, checkFinite, checkNotEmpty } from "../../validate/checks.js";
import type { ObjectiveErrors } from "./objectiveErrors.js";
import { varianceBarsFigure } from "./varianceBarsFigure.js";

/**
 * The mean squared error of the objective under each kind of labels, stacked from its three parts, with two standard
 * errors. A part that simulation noise made negative is drawn as 0.
 *
 * @param errors by name, of one predictor
 * @param labels which of them, from top to bottom, at least one; all if left out
 * @throws RangeError if a label is not among the errors, or a part is negative or not finite
 */
export function objectiveErrorsFigure(
  errors: Readonly<Record<string, ObjectiveErrors>>,
  labels: readonly string[] = Object.keys(errors),
): Figure {
  checkFinite("errors", errors);
  checkNotEmpty("labels", labels);
  for (const [k, label] of labels.entries())
    checkChoice(`labels[${k}]`, label, Object.keys(errors));
  return varianceBarsFigure(
    labels.map((label) => ({
      label,
      betweenInputs: Math.max(0, errors[label].betweenInputs.value),
      labelNoise: errors[label].labelNoise.value,
      biasSquared: errors[label].biasSquared.value,
      standardError: errors[label].meanSquare.standardError,
    })),
    { xLabel: "n × mean squared error of the objective (nats²)" },
  );
}
