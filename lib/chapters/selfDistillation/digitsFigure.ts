import type * as Plot from "@observablehq/plot";
import { DIGIT_SIDE, type Digits } from "../../data/digits.js";
import { FIGURE_WIDTH, type Figure, renderFigure } from "../../plotting/render.js";
import { checkIntegers, checkLength, checkNotEmpty } from "../../validate/checks.js";

const COLUMNS = 15;
const CELL = FIGURE_WIDTH / COLUMNS;

/** The pixels of one image. */
export const imagePixels = ({ pixels }: Digits, image: number): Uint8Array =>
  pixels.subarray(image * DIGIT_SIDE ** 2, (image + 1) * DIGIT_SIDE ** 2);

/** Throws unless each label has the 784 pixels of its image. */
export function checkDigits({ pixels, labels }: Digits): void {
  checkIntegers("digits.labels", labels, 0, 9);
  checkLength("digits.pixels", pixels, labels.length * DIGIT_SIDE ** 2, "784 times digits.labels");
}

/**
 * Digits side by side, 15 in a row.
 *
 * @param images indices of the images, at least one
 * @throws RangeError if there is no image, one is not among the digits, or pixels and labels do not fit
 */
export function digitsFigure(digits: Digits, images: ArrayLike<number>): Figure {
  checkDigits(digits);
  checkNotEmpty("images", images);
  checkIntegers("images", images, 0, digits.labels.length - 1);
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

const SVG = "http://www.w3.org/2000/svg";
/** Grey levels drawn; more are not told apart at this size. */
const LEVELS = 8;

/**
 * One digit drawn as an Observable Plot mark: a path of pixel runs for each grey level, so that it needs no bitmap.
 *
 * @param pixels 784 grey values from 0 (paper) to 255 (ink)
 * @param place upper left corner and side, in pixels of the figure
 */
export function digitGlyph(
  pixels: Uint8Array,
  { x, y, size }: { x: number; y: number; size: number },
): Plot.RenderFunction {
  return (_index, _scales, _values, _dimensions, context) => {
    const { document } = context as Plot.Context & { document: Document };
    const group = document.createElementNS(SVG, "g");
    group.setAttribute("transform", `translate(${x},${y}) scale(${size / DIGIT_SIDE})`);
    group.setAttribute("shape-rendering", "crispEdges");
    const frame = document.createElementNS(SVG, "path");
    frame.setAttribute("d", `M0 0h${DIGIT_SIDE}v${DIGIT_SIDE}h-${DIGIT_SIDE}z`);
    frame.setAttribute("fill", "#f2f2f2");
    group.append(frame);
    for (let level = 1; level <= LEVELS; level++) {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", pixelRuns(pixels, level));
      const grey = Math.round(242 - (242 * level) / LEVELS);
      path.setAttribute("fill", `rgb(${grey},${grey},${grey})`);
      if (path.getAttribute("d")) group.append(path);
    }
    return group as unknown as SVGElement;
  };
}

/**
 * The pixels of one grey level as rectangles one pixel high, run by run.
 *
 * @example pixelRuns(all255, 8) // "M0 0h28v1h-28zM0 1h28v1h-28z…"
 */
export function pixelRuns(pixels: Uint8Array, level: number): string {
  const runs: string[] = [];
  for (let row = 0; row < DIGIT_SIDE; row++) {
    for (let column = 0; column < DIGIT_SIDE; column++) {
      const from = column;
      while (column < DIGIT_SIDE && levelOf(pixels[row * DIGIT_SIDE + column]) === level) column++;
      if (column > from) runs.push(`M${from} ${row}h${column - from}v1h-${column - from}z`);
    }
  }
  return runs.join("");
}

const levelOf = (grey: number) => Math.round((grey * LEVELS) / 255);
