import { checkLength, checkNotEmpty, checkValues } from "../../validate/checks.js";
import { CLASSES, type DigitExam, mostProbable } from "./digitExam.js";

/** A held-out image that a network takes for another digit. */
export interface Mistake {
  /** Index among the 10 000 digits. */
  image: number;
  label: number;
  guess: number;
  /** The network's probabilities of 0 to 9. */
  distribution: Float64Array;
}

/**
 * The images of an exam whose most probable class is not the label, the surest mistakes first.
 *
 * @param probabilities n × 10, row by row, for the exam's images in their order
 * @throws RangeError or TypeError where the lengths do not fit or a probability is out of its range
 */
export function mistakesOf(
  { labels, images }: Pick<DigitExam, "labels" | "images">,
  probabilities: Float64Array,
): Mistake[] {
  checkValues("exam.labels", labels, 0, CLASSES - 1);
  checkLength("exam.images", images, labels.length, "exam.labels");
  checkValues("probabilities", probabilities, 0, 1);
  checkLength("probabilities", probabilities, labels.length * CLASSES, "10 times the labels");
  return Array.from(images, (image, i) => {
    const distribution = probabilities.slice(i * CLASSES, (i + 1) * CLASSES);
    return { image, label: labels[i], guess: mostProbable(distribution), distribution };
  })
    .filter(({ label, guess }) => label !== guess)
    .sort((a, b) => b.distribution[b.guess] - a.distribution[a.guess]);
}

/**
 * The mean entropy of distributions in nats: how much a teacher says beyond its first choice.
 *
 * @param probabilities n × 10, row by row
 * @example meanEntropy(new Float64Array(10).fill(0.1)) // 2.302585092994046, log 10
 */
export function meanEntropy(probabilities: Float64Array): number {
  checkNotEmpty("probabilities", probabilities);
  checkValues("probabilities", probabilities, 0, 1);
  const total = probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
  return (CLASSES * total) / probabilities.length;
}
