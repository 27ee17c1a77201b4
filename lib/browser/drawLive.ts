import * as library from "../library.js";
import { escapeHtml, imageOf } from "../plotting/imageOf.js";
import type { Figure } from "../plotting/render.js";
import type { LiveOutput, Values } from "./liveOutput.js";

/** What a live figure draws: figures, and a line of text under them. */
export type Drawing =
  | Figure
  | readonly Figure[]
  | { figure: Figure | readonly Figure[]; text: string };

/** The figures of a drawing and its text, which may be empty. */
export function partsOf(drawing: Drawing): { figures: readonly Figure[]; text: string } {
  const { figure, text } = "figure" in drawing ? drawing : { figure: drawing, text: "" };
  return { figures: [figure].flat(), text };
}

/** A drawing as HTML: an image a figure, and its text as a paragraph. */
export function htmlOf(drawing: Drawing): string {
  const { figures, text } = partsOf(drawing);
  return figures.map(imageOf).join("\n") + (text && `\n<p>${escapeHtml(text)}</p>`);
}

/**
 * The cell's drawing function, made anew from its code. Of the notebook it knows nothing but its data; the library's
 * names it finds where tslab has compiled them to: in `exports`, and in `distillation_1` for an import of the same cell.
 *
 * The code comes from a notebook: run it only where its reader trusts that.
 */
export function drawerOf({ code, data }: LiveOutput): (values: Values) => Drawing {
  const scope = { exports: { ...library, ...data }, distillation_1: library, ...data };
  const make = new Function(...Object.keys(scope), `"use strict";\nreturn (${code.join("\n")});`);
  return make(...Object.values(scope));
}
