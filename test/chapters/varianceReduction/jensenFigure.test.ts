import { describe, expect, it } from "vitest";
import { jensenFigure } from "../../../lib/chapters/varianceReduction/jensenFigure.js";

describe("jensenFigure", () => {
  it("draws curve, chord and gap, and says their values", async () => {
    const figure = jensenFigure(0.7, 2);
    // By hand: log(1 + e^2) - 0.7 · 2 and log(1 + e^-0.8).
    expect(figure.alt).toContain((Math.log(1 + Math.exp(2)) - 1.4).toFixed(3));
    expect(figure.alt).toContain(Math.log(1 + Math.exp(-0.8)).toFixed(3));
    await expect(figure.svg).toMatchFileSnapshot("snapshots/jensen.svg");
  });
});
