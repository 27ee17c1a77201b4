import * as Plot from "@observablehq/plot";
import { describe, expect, it } from "vitest";
import { renderFigure } from "../../lib/plotting/render.js";
import { expectStandalone, parseSvg, textsOf } from "../support/svg.js";

const points = [
  { x: 0, y: 1 / 3 },
  { x: 1, y: 2 / 3 },
  { x: 2, y: 1 / 7 },
];
const ALT = "Three points joined by a line.";
/** Clipped marks, a gradient and default colours: all that Plot numbers or leaves to the page. */
const draw = (label = "end") =>
  renderFigure(ALT, {
    marks: [
      Plot.frame(),
      Plot.line(points, { x: "x", y: "y", clip: true }),
      Plot.dot(points, { x: "x", y: "y", clip: true, fill: "currentColor" }),
      Plot.text([points[2]], { x: "x", y: "y", text: () => label }),
      Plot.tip([points[1]], { x: "x", y: "y" }),
    ],
  });

describe("renderFigure(alt, options)", () => {
  it("draws a standalone SVG with an opaque background under everything else", () => {
    const figure = draw();
    expectStandalone(figure);
    expect(figure.svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    const first = Array.from(parseSvg(figure).documentElement.children).find(
      (child) => child.tagName !== "style",
    );
    expect(first?.outerHTML).toMatch(/^<rect[^>]*fill="white"/);
  });

  it("is 640 by 400 unless told otherwise, and tells its size and alt", () => {
    expect(draw()).toMatchObject({ width: 640, height: 400, alt: ALT });
    const other = renderFigure(ALT, { width: 300, height: 200, marks: [] });
    expect(other).toMatchObject({ width: 300, height: 200 });
    expect(other.svg).toContain('viewBox="0 0 300 200"');
    expect(other.svg).toContain('width="300" height="200"');
  });

  it("counts ids anew, and every reference finds its target", () => {
    const figure = draw();
    const ids = Array.from(parseSvg(figure).querySelectorAll("[id]"), (element) => element.id);
    expect(ids).toContain("plot-clip-1");
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of figure.svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  });

  it("draws the same bytes twice, and after other figures", () => {
    const first = draw().svg;
    expect(draw().svg).toBe(first);
    for (let i = 0; i < 12; i++) draw(`another ${i}`);
    expect(draw().svg).toBe(first);
  });

  it("rounds coordinates to hundredths of a pixel", () => {
    const figure = draw();
    for (const element of parseSvg(figure).querySelectorAll("[d], [cx], [cy], [transform]")) {
      for (const name of ["d", "cx", "cy", "transform"]) {
        expect(element.getAttribute(name) ?? "").not.toMatch(/\.\d{3}/);
      }
    }
  });

  it("leaves the digits of texts alone", () => {
    expect(textsOf(draw("0.123456"))).toContain("0.123456");
  });

  it.each(["<script>alert(1)</script>", "a & b", 'say "x"', "η(x) ≥ ½", "]]>"])(
    "escapes the text %s",
    (text) => {
      const figure = draw(text);
      expect(textsOf(figure)).toContain(text);
      expect(parseSvg(figure).querySelector("script")).toBeNull();
      expect(figure.svg).not.toContain("<script");
    },
  );

  it("keeps a style that it is given, after its own", () => {
    const figure = renderFigure(ALT, { marks: [], style: "letter-spacing: 1px" });
    const style = parseSvg(figure).documentElement.getAttribute("style") ?? "";
    expect(style).toContain("13px");
    expect(style).toContain("letter-spacing: 1px");
  });
});
