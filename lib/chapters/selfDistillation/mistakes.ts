import { checkLength, checkNotEmpty, checkValues } from "../../validate/checks.js";
import { DIGIT_CLASSES, type LabelledDigits, mostProbable } from "./heldOutDigits.js";

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
 * The held-out images whose most probable class is not the label, the surest mistakes first.
 *
 * @param probabilities n × 10, row by row, for the images in their order
 * @throws RangeError if the lengths do not fit or a probability is out of its range
 */
export function mistakesOf(
  { labels, images }: Pick<LabelledDigits, "labels" | "images">,
  probabilities: Float64Array,
): Mistake[] {
  checkValues("heldOut.labels", labels, 0, DIGIT_CLASSES - 1);
  checkLength("heldOut.images", images, labels.length, "heldOut.labels");
  checkValues("probabilities", probabilities, 0, 1);
  checkLength("probabilities", probabilities, labels.length * DIGIT_CLASSES, "10 times the labels");
  return Array.from(images, (image, i) => {
    const distribution = probabilities.slice(i * DIGIT_CLASSES, (i + 1) * DIGIT_CLASSES);
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
  return (DIGIT_CLASSES * total) / probabilities.length;
}
