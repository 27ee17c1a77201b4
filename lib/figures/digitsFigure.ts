import type { Digits } from "../data/digits.js";
import { DIGIT_SIDE } from "../data/digits.js";
import { checkNotEmpty } from "../validate/checks.js";
import { digitGlyph } from "./digitGlyph.js";
import { FIGURE_WIDTH, type Figure, renderFigure } from "./render.js";

const COLUMNS = 15;
const CELL = FIGURE_WIDTH / COLUMNS;

/** The pixels of one image. */
export const imagePixels = ({ pixels }: Digits, image: number): Uint8Array =>
  pixels.subarray(image * DIGIT_SIDE ** 2, (image + 1) * DIGIT_SIDE ** 2);

/**
 * Digits side by side, 15 in a row.
 *
 * @param images indices of the images, at least one
 */
export function digitsFigure(digits: Digits, images: ArrayLike<number>): Figure {
  checkNotEmpty("images", images);
  const list = Array.from(images);
  const rows = Math.ceil(list.length / COLUMNS);
  return renderFigure(
    `${list.length} handwritten digits as grey images: ${list.map((i) => digits.labels[i]).join(" ")}.`,
    {
      height: rows * CELL,
      margin: 0,
      insetTop: 0,
      axis: null,
      marks: list.map((image, k) =>
        digitGlyph(imagePixels(digits, image), {
          x: (k % COLUMNS) * CELL + 2,
          y: Math.floor(k / COLUMNS) * CELL + 2,
          size: CELL - 4,
        }),
      ),
    },
  );
}
