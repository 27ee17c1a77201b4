import { display } from "tslab";
import type { Figure } from "../plotting/render.js";
import { checkNumber, checkString } from "../validate/checks.js";

/**
 * Shows figures in the notebook, each as an image with alternative text. JupyterLab draws an image even in a notebook
 * that its reader has not trusted, which it would not do with an SVG output.
 *
 * @throws Error outside a tslab kernel
 */
export function show(...figures: Figure[]): void {
  for (const figure of figures) display.html(imageOf(figure));
}

/** The HTML that {@link show} writes: an `<img>` that holds the whole SVG. */
export function imageOf({ svg, alt, width, height }: Figure): string {
  checkString("svg", svg);
  checkString("alt", alt);
  checkNumber("width", width, 0);
  checkNumber("height", height, 0);
  const data = Buffer.from(svg, "utf8").toString("base64");
  return `<img src="data:image/svg+xml;base64,${data}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
