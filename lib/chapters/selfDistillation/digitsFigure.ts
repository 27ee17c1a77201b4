import type { Digits } from "../../data/digits.js";
import { DIGIT_SIDE } from "../../data/digits.js";
import { list, whole } from "../../plotting/checks.js";
import { FIGURE_WIDTH, type Figure, renderFigure } from "../../plotting/render.js";
import { digitCount } from "./dataChecks.js";
import { digitGlyph } from "./digitGlyph.js";

const COLUMNS = 15;
const CELL = FIGURE_WIDTH / COLUMNS;

/** The pixels of one image. */
export const imagePixels = ({ pixels }: Digits, image: number): Uint8Array =>
  pixels.subarray(image * DIGIT_SIDE ** 2, (image + 1) * DIGIT_SIDE ** 2);

/**
 * Digits side by side, 15 in a row.
 *
 * @param images indices of the images, at least one
 * @throws RangeError or TypeError where there is none, one is not among the digits, or pixels and labels do not fit
 */
export function digitsFigure(digits: Digits, images: ArrayLike<number>): Figure {
  list(whole(0, digitCount(digits) - 1))("images", images);
  const chosen = Array.from(images);
  const rows = Math.ceil(chosen.length / COLUMNS);
  return renderFigure(
    `${chosen.length} handwritten digits as grey images: ${chosen.map((i) => digits.labels[i]).join(" ")}.`,
    {
      height: rows * CELL,
      margin: 0,
      insetTop: 0,
      axis: null,
      marks: chosen.map((image, k) =>
        digitGlyph(imagePixels(digits, image), {
          x: (k % COLUMNS) * CELL + 2,
          y: Math.floor(k / COLUMNS) * CELL + 2,
          size: CELL - 4,
        }),
      ),
    },
  );
}
