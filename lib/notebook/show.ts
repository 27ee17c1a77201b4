import { imageOf, singleQuoted } from "../plotting/imageOf.js";
import type { Figure } from "../plotting/render.js";
import { displayBundle } from "./displayBundle.js";

/**
 * Shows figures in the notebook, each as an image with alternative text. JupyterLab draws an image even in a notebook
 * that its reader has not trusted, which it would not do with an SVG output; the SVG and the text stand beside the image
 * for readers that show no HTML.
 *
 * @throws Error outside a tslab kernel
 */
export function show(...figures: Figure[]): void {
  for (const figure of figures)
    displayBundle({
      "text/html": imageOf(figure),
      "image/svg+xml": singleQuoted(figure.svg),
      "text/plain": figure.alt,
    });
}
