import * as Plot from "@observablehq/plot";
import { describe, expect, it } from "vitest";
import { type Line, type LineFigureOptions, lineFigure } from "../../lib/plotting/lineFigure.js";
import { logTicks } from "../../lib/plotting/logAxis.js";
import { DASHES, PALETTE } from "../../lib/plotting/palette.js";
import { drawWithoutWarning, expectStandalone, parseSvg, textsOf } from "../support/svg.js";

const options: LineFigureOptions = {
  alt: "Two lines over three points: one rises, the other falls.",
  xLabel: "number of examples",
  yLabel: "loss (nats)",
};
const rising: Line = { label: "student", role: "student", x: [1, 2, 4], y: [1, 2, 3] };
const falling: Line = { label: "teacher", role: "teacher", x: [1, 2, 4], y: [3, 1.5, 1] };
const draw = (lines: Line[], more: Partial<LineFigureOptions> = {}) =>
  drawWithoutWarning(() => lineFigure(lines, { ...options, ...more }));
const paths = (figure: ReturnType<typeof draw>, stroke: string) =>
  parseSvg(figure).querySelectorAll(`g[stroke="${stroke}"] path`);

describe("lineFigure(lines, options)", () => {
  it("looks as it did", async () => {
    const banded = { ...falling, halfWidth: [0.5, 0.25, 0.125], dots: true };
    const figure = draw([rising, banded], { xTicks: [1, 2, 4] });
    await expect(figure.svg).toMatchFileSnapshot("snapshots/lineFigure.svg");
  });

  it("looks as it did on logarithmic axes", async () => {
    const banded = { ...falling, halfWidth: [0.5, 0.25, 5], dots: true };
    const figure = draw([rising, banded], { xLog: true, yLog: true, xTicks: [1, 2, 4] });
    expectStandalone(figure);
    await expect(figure.svg).toMatchFileSnapshot("snapshots/lineFigure-log.svg");
  });

  it("draws each line in its role's colour and dash, labelled in the same colour", () => {
    const figure = draw([rising, falling]);
    expectStandalone(figure);
    for (const { role, label } of [rising, falling]) {
      expect(paths(figure, PALETTE[role])).toHaveLength(1);
      const group = parseSvg(figure).querySelector(`g[stroke="${PALETTE[role]}"]`);
      expect(group?.getAttribute("stroke-dasharray") ?? "none").toBe(DASHES[role]);
      const text = Array.from(parseSvg(figure).querySelectorAll("text")).find(
        (element) => element.textContent === label,
      );
      expect(text?.getAttribute("fill")).toBe(PALETTE[role]);
    }
  });

  it("writes axis labels and the ticks that it is told", () => {
    const texts = textsOf(draw([rising], { xTicks: [1, 2, 4] }));
    expect(texts).toEqual(expect.arrayContaining(["number of examples", "loss (nats)"]));
    expect(texts).toEqual(expect.arrayContaining(["1", "2", "4"]));
  });

  it("draws a dot at every point of the lines that ask for it, and no other", () => {
    const figure = draw([rising, { ...falling, dots: true }]);
    expect(parseSvg(figure).querySelectorAll("circle")).toHaveLength(3);
  });

  it("draws a band for the lines that have one, and no other", () => {
    const areas = (lines: Line[]) =>
      parseSvg(draw(lines)).querySelectorAll('g[aria-label="area"] path').length;
    expect(areas([rising, falling])).toBe(0);
    const banded = { ...falling, halfWidth: [1, 1, 1] };
    expect(areas([rising, banded])).toBe(1);
    expect(areas([{ ...rising, label: "teacher", halfWidth: [1, 1, 1] }, banded])).toBe(2);
  });

  it("has room for lines and bands between the margins, 32 from the top and 44 from the bottom", () => {
    const figure = draw([{ ...rising, halfWidth: [9, 9, 9] }, falling]);
    const paths = parseSvg(figure).querySelectorAll(
      '[aria-label="area"] path, [aria-label="line"] path',
    );
    expect(paths).toHaveLength(3);
    for (const path of paths) {
      const d = path.getAttribute("d") ?? "";
      const heights = Array.from(d.matchAll(/,([-\d.]+)/g), (match) => Number(match[1]));
      expect(heights.length).toBeGreaterThanOrEqual(3);
      expect(Math.min(...heights)).toBeGreaterThan(32);
      expect(Math.max(...heights)).toBeLessThan(356);
    }
  });

  it("keeps to the domain that it is told", () => {
    expect(textsOf(draw([rising], { yDomain: [0, 100] }))).toContain("100");
  });

  it("draws a flat line, and a line of one point", () => {
    expectStandalone(draw([{ ...rising, y: [2, 2, 2] }]));
    expectStandalone(draw([{ ...rising, x: [1], y: [2], dots: true }]));
  });

  it("cuts a band that reaches 0 off at the bottom of a logarithmic axis", () => {
    expectStandalone(draw([{ ...rising, halfWidth: [2, 2, 2] }], { yLog: true }));
  });

  it("draws other marks under the lines", () => {
    const figure = draw([rising], { under: [Plot.ruleY([2], { stroke: "#abcdef" })] });
    expect(figure.svg.indexOf("#abcdef")).toBeGreaterThan(0);
    expect(figure.svg.indexOf("#abcdef")).toBeLessThan(figure.svg.indexOf(PALETTE.student));
  });

  it("is as high as it is told", () => expect(draw([rising], { height: 250 }).height).toBe(250));

  it("changes nothing in its arguments", () => {
    const line = { ...rising, halfWidth: [0.1, 0.1, 0.1] };
    const copy = structuredClone(line);
    draw([line], { yLog: true });
    expect(line).toEqual(copy);
  });
  it("has ticks on a logarithmic y-axis that spans a part of a decade: .85 to .95", () => {
    const figure = lineFigure([{ label: "a", role: "student", x: [1, 2], y: [0.85, 0.95] }], {
      alt: "A line.",
      xLabel: "x",
      yLabel: "y",
      yLog: true,
    });
    expect(textsOf(figure).filter((text) => /^0\.\d/.test(text)).length).toBeGreaterThan(2);
  });

  it("shows a control character in a label as a replacement, in an image that stands", () => {
    const figure = lineFigure([{ label: "a\u0007", role: "student", x: [1, 2], y: [1, 2] }], {
      alt: "A line.",
      xLabel: "x\uD800",
      yLabel: "y",
    });
    expect(textsOf(figure)).toContain("a\uFFFD");
  });
});

describe("logTicks([low, high])", () => {
  it("has 1, 2, 5 in each decade over many", () => {
    expect(logTicks([0.02, 5])).toEqual([0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]);
  });

  it("has more where there are few decades", () => {
    expect(logTicks([0.65, 5.5])).toEqual([0.7, 0.8, 1, 1.5, 2, 3, 4, 5]);
  });

  it("has round numbers only, without rounding noise", () => {
    for (const tick of logTicks([1e-6, 1e6]))
      expect(String(tick)).toMatch(/^(0\.0*[125]|[125]0*|[125]e-\d)$/);
  });
});
