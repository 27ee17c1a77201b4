import type * as Plot from "@observablehq/plot";
import { DIGIT_SIDE } from "../../data/digits.js";
import { checkLength } from "../../validate/checks.js";

const SVG = "http://www.w3.org/2000/svg";
/** Grey levels drawn; more are not told apart at this size. */
const LEVELS = 8;

/**
 * One digit drawn as an Observable Plot mark: a path of pixel runs for each grey level, so that it needs no bitmap.
 *
 * @param pixels 784 grey values from 0 (paper) to 255 (ink)
 * @param place upper left corner and side, in pixels of the figure
 * @throws RangeError where there are not 784 pixels
 */
export function digitGlyph(
  pixels: Uint8Array,
  { x, y, size }: { x: number; y: number; size: number },
): Plot.RenderFunction {
  checkLength("pixels", pixels, DIGIT_SIDE ** 2, "an image");
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
