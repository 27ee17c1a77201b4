import { estimate, list, number, oneOf, record } from "../../plotting/checks.js";
import type { Figure } from "../../plotting/render.js";
import type { ObjectiveErrors } from "./objectiveErrors.js";
import { varianceBarsFigure } from "./varianceBarsFigure.js";

/**
 * The mean squared error of the objective under each kind of labels, stacked from its three parts, with two standard
 * errors. A part that simulation noise made negative is drawn as 0.
 *
 * @param errors by name, of one predictor
 * @param labels which of them, from top to bottom, at least one; all where left out
 * @throws RangeError or TypeError where a label is not among the errors, or a part is not finite or negative
 */
export function objectiveErrorsFigure(
  errors: Readonly<Record<string, ObjectiveErrors>>,
  labels?: readonly string[],
): Figure {
  record({})("errors", errors);
  const names = labels === undefined ? Object.keys(errors) : labels;
  list(oneOf(Object.keys(errors)))("labels", names);
  const part = record({ value: number(0), standardError: number(0) });
  const parts = { betweenInputs: estimate, labelNoise: part, biasSquared: part, meanSquare: part };
  for (const name of names) record(parts)(`errors["${name}"]`, errors[name]);
  return varianceBarsFigure(
    names.map((label) => ({
      label,
      betweenInputs: Math.max(0, errors[label].betweenInputs.value),
      labelNoise: errors[label].labelNoise.value,
      biasSquared: errors[label].biasSquared.value,
      standardError: errors[label].meanSquare.standardError,
    })),
    { xLabel: "n × mean squared error of the objective (nats²)" },
  );
}
