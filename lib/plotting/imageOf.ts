import { checkNumber } from "../validate/checks.js";
import type { Figure } from "./render.js";

/** A figure as HTML: an `<img>` that holds the whole SVG and says in `alt` what is to be seen. */
export function imageOf({ svg, alt, width, height }: Figure): string {
  checkNumber("width", width, 0);
  checkNumber("height", height, 0);
  const address = `data:image/svg+xml,${percentEncoded(singleQuoted(svg))}`;
  return `<img src="${address}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`;
}

/** The same SVG with its attributes in single quotes, which neither JSON nor an HTML attribute has to escape. */
export const singleQuoted = (svg: string): string =>
  svg.replace(/<[^>]*>/g, (tag) => tag.replace(/="([^"']*)"/g, "='$1'"));

/** Only what an address or an HTML attribute cannot hold: base64 would take a third more, and encodeURIComponent half. */
const percentEncoded = (svg: string) =>
  svg.replace(
    /[%#"&<>\t\n\r]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
