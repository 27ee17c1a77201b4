import type { ObjectiveErrors } from "../experiments/objectiveErrors.js";
import type { Figure } from "./render.js";
import { varianceBarsFigure } from "./varianceBarsFigure.js";

/**
 * The mean squared error of the objective under each kind of labels, stacked from its three parts, with two standard
 * errors. A part that simulation noise made negative is drawn as 0.
 *
 * @param errors by name, of one predictor
 * @param labels which of them, from top to bottom; all where left out
 */
export function objectiveErrorsFigure(
  errors: Readonly<Record<string, ObjectiveErrors>>,
  labels: readonly string[] = Object.keys(errors),
): Figure {
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
