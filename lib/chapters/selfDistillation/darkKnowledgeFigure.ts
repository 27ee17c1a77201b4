import * as Plot from "@observablehq/plot";
import type { Digits } from "../../data/digits.js";
import { mostProbable } from "../../losses/targets.js";
import { PALETTE } from "../../plotting/palette.js";
import { FIGURE_WIDTH, type Figure, renderFigure } from "../../plotting/render.js";
import { checkInteger, checkLength, checkNotEmpty, checkValues } from "../../validate/checks.js";
import { checkDigits, digitGlyph, imagePixels } from "./digitsFigure.js";
import { DIGIT_CLASSES, type LabelledDigits } from "./heldOutDigits.js";

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

const DIGITS = 10;
const COLUMNS = 4;
const PANEL = { width: FIGURE_WIDTH / COLUMNS, height: 184 };
const GLYPH = 58;
const BARS = { left: 10, width: 14, base: 158, height: 78 };

/**
 * Mistakes of a network, each as the image beside the network's distribution over the ten digits; the bar of the true label
 * is dark.
 *
 * @param mistakes of mistakesOf, at least one; four in a row
 * @throws RangeError if there is no mistake, an image is not among the digits, a label or guess is no digit, or
 * a distribution is not ten probabilities
 */
export function darkKnowledgeFigure(digits: Digits, mistakes: readonly Mistake[]): Figure {
  checkDigits(digits);
  checkNotEmpty("mistakes", mistakes);
  mistakes.forEach(({ image, label, guess, distribution }, k) => {
    checkInteger(`mistakes[${k}].image`, image, 0, digits.labels.length - 1);
    checkInteger(`mistakes[${k}].label`, label, 0, DIGITS - 1);
    checkInteger(`mistakes[${k}].guess`, guess, 0, DIGITS - 1);
    checkLength(`mistakes[${k}].distribution`, distribution, DIGITS, "the digits");
    checkValues(`mistakes[${k}].distribution`, distribution, 0, 1);
  });
  const corners = mistakes.map((_, k) => ({
    x: (k % COLUMNS) * PANEL.width,
    y: Math.floor(k / COLUMNS) * PANEL.height,
  }));
  const bars = mistakes.flatMap(({ label, distribution }, k) =>
    Array.from(distribution, (p, digit) => ({
      digit,
      p,
      x: corners[k].x + BARS.left + digit * BARS.width,
      y: corners[k].y + BARS.base,
      colour: digit === label ? PALETTE.truth : PALETTE.teacher,
    })),
  );
  const heads = mistakes.map((mistake, place) => ({
    x: corners[place].x + 16 + GLYPH,
    y: corners[place].y + 38,
    text: [mistake.label, mistake.guess]
      .map(
        (digit, k) => `${k ? "says" : "label"} ${digit}: ${percent(mistake.distribution[digit])}`,
      )
      .join("\n"),
  }));
  const listed = mistakes.map(({ label, guess, distribution }) => {
    return `a ${label} taken for a ${guess} with ${percent(distribution[guess])}, ${percent(distribution[label])} on the label`;
  });
  return renderFigure(
    `${mistakes.length} images that the network gets wrong, with its probabilities of the ten digits: ${listed.join("; ")}.`,
    {
      height: PANEL.height * Math.ceil(mistakes.length / COLUMNS),
      margin: 0,
      insetTop: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [
        ...mistakes.map(({ image }, k) =>
          digitGlyph(imagePixels(digits, image), {
            x: corners[k].x + BARS.left,
            y: corners[k].y + 10,
            size: GLYPH,
          }),
        ),
        Plot.text(heads, {
          x: "x",
          y: "y",
          text: "text",
          textAnchor: "start",
          fontSize: 12,
          lineHeight: 1.4,
        }),
        Plot.ruleY(corners, {
          x1: (corner) => corner.x + BARS.left,
          x2: (corner) => corner.x + BARS.left + 10 * BARS.width,
          y: (corner) => corner.y + BARS.base,
          stroke: PALETTE.guide,
        }),
        Plot.rect(bars, {
          x1: (bar) => bar.x + 1.5,
          x2: (bar) => bar.x + BARS.width - 1.5,
          y1: "y",
          y2: (bar) => bar.y - BARS.height * bar.p,
          fill: "colour",
        }),
        Plot.text(bars, {
          x: (bar) => bar.x + BARS.width / 2,
          y: (bar) => bar.y + 10,
          text: (bar) => `${bar.digit}`,
          fill: "colour",
          fontWeight: "bold",
        }),
      ],
    },
  );
}

const percent = (p: number) => `${Math.round(100 * p)}%`;
