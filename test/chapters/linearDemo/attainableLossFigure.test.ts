import { describe, expect, it } from "vitest";
import { attainableLossFigure } from "../../../lib/chapters/linearDemo/attainableLossFigure.js";
import { gainingFigure } from "../../support/figures.js";
import { drawWithoutWarning, expectStandalone, parseSvg, textsOf } from "../../support/svg.js";

const floor = { constant: Math.LN2, cubic: 0.69312, sine: 0.51734, bayes: 0.51629 };
const draw = () => drawWithoutWarning(() => attainableLossFigure(gainingFigure(), floor));

describe("attainableLossFigure(result, floor)", () => {
  it("looks as it did", async () => {
    const figure = draw();
    expectStandalone(figure);
    await expect(figure.svg).toMatchFileSnapshot("snapshots/attainableLossFigure.svg");
  });

  it("draws the two floors as level lines under the three models", () => {
    const figure = draw();
    const labels = ["best cubic", "Bayes", "student", "teacher", "distilled"];
    expect(textsOf(figure)).toEqual(expect.arrayContaining(labels));
    const lines = Array.from(parseSvg(figure).querySelectorAll('[aria-label="line"] path'));
    const level = lines.filter((path) => {
      const heights = Array.from(
        (path.getAttribute("d") ?? "").matchAll(/,([\d.]+)/g),
        (m) => m[1],
      );
      return heights.length === 2 && heights[0] === heights[1];
    });
    expect([lines.length, level.length]).toEqual([5, 2]);
  });

  it("says the floors in its alt", () => {
    expect(draw().alt).toMatch(/best cubic, 0\.6931, and the Bayes loss, 0\.5163\./);
  });

  it("says in its alt the lowest point of each model", () => {
    // The student's last two test losses are 0.6 + (0.5 + 1) / 4 and 0.6 + (0.5 + 2) / 4; and so on.
    expect(draw().alt).toMatch(
      /Lowest points: student 1\.1000, teacher 0\.6125, distilled 0\.7250\.$/,
    );
  });
});
