import { createRequire } from "node:module";
import type { JSDOM } from "jsdom";

let window: JSDOM["window"] | undefined;

/** The window to draw in. jsdom takes most of a second to load: the first figure pays for it, and who draws none does not. */
export function drawingWindow(): JSDOM["window"] {
  if (!window) {
    const { JSDOM } = createRequire(import.meta.url)("jsdom") as typeof import("jsdom");
    window = new JSDOM("").window;
  }
  return window;
}
