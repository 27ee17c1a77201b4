import { describe, expect, it } from "vitest";
import { DASHES, PALETTE } from "../../lib/plotting/palette.js";

/** Relative luminance as WCAG 2.1 defines it. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((start) => {
    const c = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrastOnWhite = (colour: string) => 1.05 / (luminance(colour) + 0.05);

describe("PALETTE", () => {
  it("is measured rightly here: black has contrast 21, #767676 the well-known 4.54", () => {
    expect(contrastOnWhite("#000000")).toBeCloseTo(21, 12);
    expect(contrastOnWhite("#767676")).toBeCloseTo(4.54, 2);
  });

  it.each(Object.entries(PALETTE))(
    "%s reads as text on white: contrast at least 4.5",
    (_, colour) => {
      expect(colour).toMatch(/^#[0-9A-F]{6}$/i);
      expect(contrastOnWhite(colour)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("gives each role a colour and a dash of its own", () => {
    const roles = Object.keys(PALETTE);
    expect(new Set(Object.values(PALETTE)).size).toBe(roles.length);
    expect(Object.keys(DASHES).sort()).toEqual(roles.sort());
    expect(new Set(Object.values(DASHES)).size).toBe(roles.length);
  });

  it("makes the teacher green, the student orange, the distilled model blue", () => {
    const strongest = (colour: string) => {
      const channels = [1, 3, 5].map((start) =>
        Number.parseInt(colour.slice(start, start + 2), 16),
      );
      return channels.indexOf(Math.max(...channels));
    };
    expect([PALETTE.student, PALETTE.teacher, PALETTE.distilled].map(strongest)).toEqual([0, 1, 2]);
  });
});
