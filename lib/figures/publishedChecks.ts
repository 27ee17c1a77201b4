import { MODEL_NAMES } from "../experiments/trial.js";
import { type Check, each, list, number, record, whole } from "./checks.js";

/**
 * Throws unless a value is a result of publishedFigure: as many means and lists of trials as training sizes, every loss
 * finite and not negative.
 */
export const published: Check = (name, value) => {
  record({ trainingExamples: list(whole(1)), redrawn: whole() })(name, value);
  const { length } = (value as { trainingExamples: ArrayLike<number> }).trainingExamples;
  const as = [`${name}.trainingExamples`, length] as const;
  const losses = record({
    mean: list(number(0), { as }),
    trials: list(list(number(0)), { as }),
  });
  record({ curves: record(each(MODEL_NAMES, record(each(["train", "test"], losses)))) })(
    name,
    value,
  );
};
