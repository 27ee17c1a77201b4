import { describe, expect, it } from "vitest";
import { lossCurvesFigure } from "../../../lib/chapters/linearDemo/lossFigures.js";
import { PALETTE } from "../../../lib/plotting/palette.js";
import { gainingFigure } from "../../support/figures.js";
import { drawWithoutWarning, expectStandalone, parseSvg, textsOf } from "../../support/svg.js";

const draw = (split: "train" | "test") =>
  drawWithoutWarning(() => lossCurvesFigure(gainingFigure(), split));

describe("lossCurvesFigure(result, split)", () => {
  it.each(["train", "test"] as const)("looks as it did, %s", async (split) => {
    const figure = draw(split);
    expectStandalone(figure);
    await expect(figure.svg).toMatchFileSnapshot(`snapshots/lossCurvesFigure-${split}.svg`);
  });

  it("has a labelled line and three dots for each model", () => {
    const figure = draw("test");
    const svg = parseSvg(figure);
    for (const name of ["student", "teacher", "distilled"] as const) {
      expect(textsOf(figure)).toContain(name);
      expect(svg.querySelectorAll(`circle[fill="${PALETTE[name]}"]`)).toHaveLength(3);
    }
  });

  it("has the post's axes", () => {
    const train = textsOf(draw("train"));
    expect(train).toEqual(
      expect.arrayContaining(["number of training examples", "train log-loss (nats)"]),
    );
    expect(textsOf(draw("test"))).toContain("test log-loss (nats)");
    expect(train).toEqual(expect.arrayContaining(["10", "20", "40"]));
  });

  it("says in its alt where each curve begins and ends", () => {
    // The student's test losses begin at (2.1 + 3.1) / 2 and end at 0.6 + (1.5 + 2.5) / 8.
    expect(draw("test").alt).toBe(
      "Mean test log-loss over 2 trials against 10 to 40 training examples: " +
        "student 2.60 to 1.10, teacher 0.65 to 0.61, distilled 1.10 to 0.72.",
    );
    expect(draw("train").alt).toMatch(
      /^Mean train .* student 0\.35 to 0\.54, .* distilled 0\.50 to/,
    );
  });
});
