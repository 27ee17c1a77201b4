import { describe, expect, it } from "vitest";
import { lineFigure } from "../../lib/plotting/lineFigure.js";
import { powerOfTen } from "../../lib/plotting/logAxis.js";

describe("powerOfTen(value)", () => {
  it("writes the exponent above the line", () => {
    expect([1e-5, 0.1, 1, 1000, 1e12].map(powerOfTen)).toEqual([
      "10⁻⁵",
      "10⁻¹",
      "10⁰",
      "10³",
      "10¹²",
    ]);
  });
});

describe("lineFigure on logarithmic axes with ticks of its own", () => {
  it("labels every tick, those too that Plot would drop", () => {
    const { svg } = lineFigure([{ label: "a", role: "student", x: [0.5, 50], y: [0.7, 9] }], {
      alt: "A line.",
      xLabel: "tau",
      yLabel: "loss",
      xLog: true,
      yLog: true,
      xTicks: [0.5, 5, 50],
      yTicks: [0.7, 0.9, 7, 9],
    });
    for (const tick of ["0.5", "5", "50", "0.7", "0.9", "7", "9", "tau", "loss"]) {
      expect(svg).toContain(`>${tick}<`);
    }
  });
});
