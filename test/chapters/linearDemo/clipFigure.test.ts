import { describe, expect, it } from "vitest";
import { clipFigure } from "../../../lib/chapters/linearDemo/clipFigure.js";
import { gainingFigure } from "../../support/figures.js";
import { published } from "../../support/published.js";
import { drawWithoutWarning, expectStandalone, textsOf } from "../../support/svg.js";

const draw = () => drawWithoutWarning(() => clipFigure(gainingFigure(), gainingFigure([3, 4])));

describe("clipFigure(clipped, unclipped)", () => {
  it("looks as it did", async () => {
    const figure = draw();
    expectStandalone(figure);
    await expect(figure.svg).toMatchFileSnapshot("snapshots/clipFigure.svg");
  });

  it("labels the true loss and the clipped one", () => {
    expect(textsOf(draw())).toEqual(expect.arrayContaining(["true loss", "clipped"]));
  });

  it("says the student's two losses at the smallest n", () => {
    expect(draw().alt).toContain("At n = 10 it is 2.60 with the clip and 4.60 without");
  });

  it("says truly of the published figure that the curves agree from n = 30 on, to 0.01", () => {
    const [low, high] = [{}, { clip: 0 }].map((o) => published(o).curves.student.test.mean);
    published().trainingExamples.forEach((n, k) => {
      if (n >= 30) expect(high[k] - low[k]).toBeLessThan(0.01);
    });
    const { alt } = clipFigure(published(), published({ clip: 0 }));
    expect(alt).toContain(
      "3.25 with the clip and 4.75 without; from n = 30 on the two curves agree",
    );
  });
});
