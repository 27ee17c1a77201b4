import { describe, expect, it } from "vitest";
import { varianceBarsFigure } from "../../../lib/chapters/varianceReduction/varianceBarsFigure.js";

describe("varianceBarsFigure", () => {
  const bars = [
    { label: "first", betweenInputs: 0.1, labelNoise: 0.2, standardError: 0.01 },
    { label: "second", betweenInputs: 0.1, labelNoise: 0.05, biasSquared: 0.25 },
  ];

  it("stacks the parts and says them with their sum", async () => {
    const figure = varianceBarsFigure(bars, { xLabel: "variance (nats²)", digits: 2 });
    expect(figure.alt).toContain("first 0.30 ± 0.01 (inputs 0.10, label noise 0.20)");
    expect(figure.alt).toContain("second 0.40 (inputs 0.10, label noise 0.05, bias² 0.25)");
    await expect(figure.svg).toMatchFileSnapshot("snapshots/variance-bars.svg");
  });

  it("grows with the number of bars", () => {
    const heightOf = (count: number) =>
      varianceBarsFigure(bars.slice(0, count), { xLabel: "x" }).height;
    expect(heightOf(2)).toBeGreaterThan(heightOf(1));
  });
});
