import { JSDOM } from "jsdom";
import { expect, vi } from "vitest";
import type { Figure } from "../../lib/plotting/render.js";

// One window for all figures: to make one takes longer than to read a drawing.
const { DOMParser } = new JSDOM("").window;

/** The figure's SVG as an XML document; fails where it is not well-formed. */
export function parseSvg({ svg }: Figure): Document {
  const page = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(page.querySelector("parsererror")?.textContent).toBeUndefined();
  return page;
}

/** All texts of the figure, in the order of the document. */
export function textsOf(figure: Figure): string[] {
  return Array.from(parseSvg(figure).querySelectorAll("text"), (text) => text.textContent ?? "");
}

/** Where the figure's dots lie along the x-axis, in pixels and in the order of the document. */
export function dotPositions(figure: Figure): number[] {
  return Array.from(parseSvg(figure).querySelectorAll("circle"), (dot) =>
    Number(dot.getAttribute("cx")),
  );
}

/** What must hold of every figure of a notebook. */
export function expectStandalone(figure: Figure): void {
  const root = parseSvg(figure).documentElement;
  expect(root.tagName).toBe("svg");
  expect(root.namespaceURI).toBe("http://www.w3.org/2000/svg");
  const background = root.querySelector("style + rect");
  expect(background?.getAttribute("fill")).toBe("white");
  expect(background?.getAttribute("width")).toBe("100%");
  expect(background?.getAttribute("height")).toBe("100%");
  expect(figure.svg).not.toMatch(/currentColor|var\(|NaN|undefined|Infinity/);
  expect(figure.svg.length).toBeLessThan(60_000);
  expect(figure.alt.length).toBeGreaterThan(20);
  expect(figure.alt).not.toMatch(/NaN|undefined|Infinity/);
}

/** Draws with console.warn watched: Plot writes its warnings there, and a notebook fails on them. */
export function drawWithoutWarning(draw: () => Figure): Figure {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  try {
    const figure = draw();
    expect(warn).not.toHaveBeenCalled();
    return figure;
  } finally {
    warn.mockRestore();
  }
}
