import { describe, expect, it } from "vitest";
import { label, level, note } from "../../lib/plotting/label.js";
import { PALETTE } from "../../lib/plotting/palette.js";
import { renderFigure } from "../../lib/plotting/render.js";

const svgOf = (...marks: ReturnType<typeof note>[]) =>
  renderFigure("A word.", { x: { domain: [0, 10] }, y: { domain: [0, 10] }, marks }).svg;

describe("words in figures", () => {
  it("stand at their point: in the middle of the plot for the middle of both axes", () => {
    const [, x, y] =
      /translate\(([\d.]+),([\d.]+)\)">here</.exec(svgOf(note("here", { x: 5, y: 5 }))) ?? [];
    expect([Number(x), Number(y)].map(Math.round)).toEqual([
      (56 + 640 - 20) / 2,
      (32 + 6 + 400 - 44) / 2,
    ]);
  });

  it("are bold as labels, and only then", () => {
    expect(svgOf(label("here", { x: 5, y: 5 }))).toContain('font-weight="bold"');
    expect(svgOf(note("here", { x: 5, y: 5 }))).not.toContain("font-weight");
  });

  it("name a dashed line in the line's colour", () => {
    const svg = svgOf(...level(5, "limit", "truth", { frameAnchor: "right" }));
    expect(svg).toMatch(new RegExp(`stroke="${PALETTE.truth}"[^>]*stroke-dasharray="2 3"`));
    expect(svg).toMatch(new RegExp(`fill="${PALETTE.truth}"[^>]*>(<text[^>]*>)?limit`));
  });
});
