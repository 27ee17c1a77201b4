import { describe, expect, it } from "vitest";
import { clipFigure } from "../../../lib/chapters/linearDemo/lossFigures.js";
import { gainingFigure } from "../../support/figures.js";
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

  it("says from where on the curves agree to 1 %, or that they never do", () => {
    const near = gainingFigure();
    near.curves.student.test.mean[0] *= 1.02;
    near.curves.student.test.mean[1] *= 1.005;
    expect(clipFigure(gainingFigure(), near).alt).toMatch(/; from n = 20 on .* agree to 1 %\.$/);
    near.curves.student.test.mean[2] *= 1.02;
    expect(clipFigure(gainingFigure(), near).alt).toMatch(
      /; at n = 40 they still differ .* 1 %\.$/,
    );
  });

  it("shows losses beyond its usual axis", () => {
    const far = gainingFigure([30, 40]);
    const labels = textsOf(clipFigure(far, far)).map(Number);
    expect(Math.max(...labels.filter(Number.isFinite))).toBeGreaterThan(5.5);
  });
});
