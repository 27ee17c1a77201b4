import { beforeEach, describe, expect, it, vi } from "vitest";

const displayBundle = vi.hoisted(() => vi.fn());
vi.mock("../../lib/notebook/displayBundle.js", () => ({ displayBundle }));

// Another file may have loaded it with a display of its own.
vi.resetModules();
const { show } = await import("../../lib/notebook/show.js");
const { imageOf, singleQuoted } = await import("../../lib/plotting/imageOf.js");

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text>η ≥ ½</text></svg>';
const figure = { svg: SVG, alt: "Two curves.", width: 640, height: 400 };

describe("show(...figures)", () => {
  beforeEach(() => displayBundle.mockClear());

  it("writes each figure as one output: the image, the drawing and what is to be seen, in order", () => {
    const other = { ...figure, alt: "Another." };
    show(figure, other);
    const [[first], [second]] = displayBundle.mock.calls;
    expect(first).toEqual({
      "text/html": imageOf(figure),
      "image/svg+xml": singleQuoted(SVG),
      "text/plain": "Two curves.",
    });
    expect(second["text/html"]).toBe(imageOf(other));
  });

  it("displays nothing where there is nothing to show", () => {
    show();
    expect(displayBundle).not.toHaveBeenCalled();
  });
});
