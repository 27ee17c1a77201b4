import { describe, expect, it } from "vitest";
import { identityFigure } from "../../../lib/chapters/varianceReduction/identityFigure.js";
import { about } from "../../support/objectives.js";

describe("identityFigure", () => {
  const rows = [
    { label: "fixed", measured: about(0.2, 0.02), predicted: about(0.21) },
    { label: "fitted", measured: about(-0.3, 0.03), predicted: about(0.7, 0.02) },
  ];

  it("draws both sides of the identity and says them", async () => {
    const figure = identityFigure(rows);
    expect(figure.alt).toContain("fixed: measured 0.20 ± 0.02, predicted 0.21");
    expect(figure.alt).toContain("fitted: measured -0.30 ± 0.03, predicted 0.70");
    await expect(figure.svg).toMatchFileSnapshot("snapshots/identity.svg");
  });
});
