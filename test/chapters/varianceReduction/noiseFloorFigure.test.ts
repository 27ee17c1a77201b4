import { describe, expect, it } from "vitest";
import { noiseFloorFigure } from "../../../lib/chapters/varianceReduction/noiseFloorFigure.js";

describe("noiseFloorFigure", () => {
  it("draws the bound with what was built and found, and says the threshold", async () => {
    const figure = noiseFloorFigure([
      { noiseFloor: 0.05, possible: 0.842, built: 0.842, found: 0.98 },
      { noiseFloor: 0.2, possible: 2, built: 2, found: 2.2 },
    ]);
    expect(figure.alt).toContain("0.079");
    expect(figure.alt).toContain("1.125");
    await expect(figure.svg).toMatchFileSnapshot("snapshots/noise-floor.svg");
  });
});
