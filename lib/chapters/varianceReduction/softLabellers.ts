import { TEACHERS, type TeacherFit } from "../../models/teachers.js";
import { checkValues } from "../../validate/checks.js";

/** A training set with the true probabilities of its labels. */
export interface LabelledSample {
  x: Float64Array;
  /** Labels in {0, 1}. */
  y: Uint8Array;
  /** Probability of label 1 at each input; only Bayes labels may look. */
  eta: Float64Array;
}

/** Gives each example of a training set the probability of label 1 that the student is to learn. */
export type SoftLabeller = (sample: LabelledSample) => ArrayLike<number>;

/** The labels as they are: no teacher. */
export const hardLabels: SoftLabeller = ({ y }) => y;

/**
 * The true probabilities: the teacher that no data can give.
 *
 * @throws RangeError or TypeError where eta is not in [0, 1]
 */
export const bayesLabels: SoftLabeller = ({ eta }) => {
  checkValues("sample.eta", eta, 0, 1);
  return eta;
};

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
