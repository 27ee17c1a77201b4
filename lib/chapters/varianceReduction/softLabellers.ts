import { etasAt, type Population } from "../../data/population.js";
import { TEACHERS, type TeacherFit } from "../../models/teachers.js";
import type { Rng } from "../../random/rng.js";

/** A training set with the true probabilities of its labels. */
export interface LabelledSample {
  x: Float64Array;
  /** Labels in {0, 1}. */
  y: Uint8Array;
  /** Probability of label 1 at each input; only Bayes labels may look. */
  eta: Float64Array;
}

/** Draws n inputs of a population and a label for each. */
export function drawSample(population: Population, rng: Rng, n: number): LabelledSample {
  const x = population.sample(rng, n);
  const eta = etasAt(population, x);
  return { x, y: rng.bernoulli(eta), eta };
}

/** Gives each example of a training set the probability of label 1 that the student is to learn. */
export type SoftLabeller = (sample: LabelledSample) => ArrayLike<number>;

/** The labels as they are: no teacher. */
export const hardLabels: SoftLabeller = ({ y }) => y;

/** The true probabilities: the teacher that no data can give. */
export const bayesLabels: SoftLabeller = ({ eta }) => eta;

/** The soft labels of a teacher fitted to the same training set. */
const taughtBy =
  (fit: TeacherFit): SoftLabeller =>
  (sample) =>
    fit(sample)(sample.x);

/** The labels that the notebooks compare, by name; hard labels first, since the others are compared with them. */
export const LABELLERS: Readonly<Record<string, SoftLabeller>> = {
  "hard labels": hardLabels,
  "Bayes labels": bayesLabels,
  "sine teacher": taughtBy(TEACHERS.sine),
  "6 harmonics": taughtBy(TEACHERS.harmonics),
  "kernel smoother": taughtBy(TEACHERS.smoother),
};
