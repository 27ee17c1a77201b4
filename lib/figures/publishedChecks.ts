import type { PublishedFigure } from "../experiments/publishedFigure.js";
import { MODEL_NAMES } from "../experiments/trial.js";
import { type Check, each, list, number, record, whole } from "./checks.js";

/**
 * Throws unless a value is a result of publishedFigure: as many means and lists of trials as training sizes, as many
 * trials everywhere, every loss finite and not negative.
 */
export const published: Check = (name, value) => {
  record({ trainingExamples: list(whole(1)), redrawn: whole() })(name, value);
  const { length } = (value as { trainingExamples: ArrayLike<number> }).trainingExamples;
  const as = [`${name}.trainingExamples`, length] as const;
  const curves = (trials: Check) => {
    const losses = record({ mean: list(number(0), { as }), trials: list(trials, { as }) });
    const splits = record(each(["train", "test"], losses));
    record({ curves: record(each(MODEL_NAMES, splits)) })(name, value);
  };
  curves(list(number(0)));
  const [first] = (value as PublishedFigure).curves.student.test.trials;
  curves(list(number(0), { as: ["the student's first test losses", first.length] }));
};
