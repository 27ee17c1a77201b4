import * as Plot from "@observablehq/plot";
import { PALETTE, type Role } from "./palette.js";

/** Where a word stands, in data units; without x or y it stands where `frameAnchor` says. */
export interface LabelOptions extends Omit<Plot.TextOptions, "x" | "y"> {
  x?: number | string;
  y?: number | string;
}

/** A word in a figure. */
export function note(text: string, { x, y, ...options }: LabelOptions): Plot.Markish {
  const place = { ...(x === undefined ? {} : { x: "x" }), ...(y === undefined ? {} : { y: "y" }) };
  return Plot.text([{ x, y, text }], { text: "text", ...place, ...options });
}

/** A {@link note} in bold: the name of what is drawn in the same colour. */
export const label = (text: string, options: LabelOptions): Plot.Markish =>
  note(text, { fontWeight: "bold", ...options });

/** A dashed line across the figure at y, with its name in bold. */
export const level = (y: number, text: string, role: Role, options: LabelOptions) => [
  Plot.ruleY([y], { stroke: PALETTE[role], strokeDasharray: "2 3" }),
  label(text, { y, fill: PALETTE[role], ...options }),
];
