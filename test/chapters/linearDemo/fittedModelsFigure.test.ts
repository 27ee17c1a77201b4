import { describe, expect, it } from "vitest";
import { fittedModelsFigure } from "../../../lib/chapters/linearDemo/fittedModelsFigure.js";
import type { FittedModels } from "../../../lib/models/postModels.js";
import { PALETTE } from "../../../lib/plotting/palette.js";
import { drawWithoutWarning, expectStandalone, parseSvg, textsOf } from "../../support/svg.js";

const data = { x: Float64Array.of(-12, 0, 3, 25.5), y: Uint8Array.of(0, 1, 1, 0) };
const models: FittedModels = {
  student: { weights: Float64Array.of(0.1, 0, 0.0001), intercept: -0.5 },
  teacher: { weights: Float64Array.of(2), intercept: 0 },
  distilled: { weights: Float64Array.of(0.01, 0, 0), intercept: 0 },
};
const draw = () => drawWithoutWarning(() => fittedModelsFigure(data, models));

describe("fittedModelsFigure(data, models)", () => {
  it("looks as it did", async () => {
    const figure = draw();
    expectStandalone(figure);
    await expect(figure.svg).toMatchFileSnapshot("snapshots/fittedModelsFigure.svg");
  });

  it("labels the truth and each model, and draws a ring for each example", () => {
    const figure = draw();
    expect(textsOf(figure)).toEqual(
      expect.arrayContaining(["η(x)", "teacher", "student", "distilled"]),
    );
    expect(parseSvg(figure).querySelectorAll("circle")).toHaveLength(4);
  });

  it("draws each model's probability: the distilled one from sigmoid(-0.3) to sigmoid(0.3)", () => {
    const path = parseSvg(draw()).querySelector(`g[stroke="${PALETTE.distilled}"] path`);
    const numbers = (path?.getAttribute("d") ?? "").match(/[\d.]+/g)?.map(Number) ?? [];
    // The y-axis shows -0.05 to 1.05 on 356 to 32 pixels.
    const height = (p: number) => 356 - ((p + 0.05) / 1.1) * 324;
    expect(numbers[1]).toBeCloseTo(height(1 / (1 + Math.exp(0.3))), 1);
    expect(numbers[numbers.length - 1]).toBeCloseTo(height(1 / (1 + Math.exp(-0.3))), 1);
  });

  it("counts the examples in its alt", () => expect(draw().alt).toContain("fitted to 4 examples"));
});
