import { describe, expect, it } from "vitest";
import { gainFigure } from "../../../lib/chapters/linearDemo/gainFigure.js";
import { gainingFigure } from "../../support/figures.js";
import { madeUpFigure } from "../../support/published.js";
import { expectRefusal } from "../../support/refusals.js";
import { drawWithoutWarning, expectStandalone, parseSvg, textsOf } from "../../support/svg.js";

const draw = () => drawWithoutWarning(() => gainFigure(gainingFigure(), gainingFigure([1.4, 1.6])));

describe("gainFigure(few, many)", () => {
  it("looks as it did", async () => {
    const figure = draw();
    expectStandalone(figure);
    await expect(figure.svg).toMatchFileSnapshot("snapshots/gainFigure.svg");
  });

  it("has a band of two standard errors around each of two lines labelled with their trials", () => {
    const figure = draw();
    expect(textsOf(figure).filter((text) => text === "2 trials")).toHaveLength(2);
    expect(parseSvg(figure).querySelectorAll('[aria-label="area"] path')).toHaveLength(2);
  });

  it("says in its alt the first and the last gain of each with its standard error", () => {
    // Gains at n = 10 are 1 and 2, then 1.4 and 1.6: standard errors 0.5 and 0.1.
    expect(draw().alt).toContain(
      "At n = 10 it is 1.50 ± 0.50 over 2 trials and 1.50 ± 0.10 over 2 trials; at n = 40 0.38 ± 0.13 over",
    );
  });

  it("shows gains below its usual axis", () => {
    const small = gainingFigure([0.01, 0.012]);
    const dots = parseSvg(gainFigure(small, small)).querySelectorAll("circle");
    const heights = Array.from(dots, (dot) => Number(dot.getAttribute("cy")));
    expect(heights).toHaveLength(6);
    expect(Math.max(...heights)).toBeLessThanOrEqual(356);
  });

  it("refuses a gain that its logarithmic axis cannot show", () => {
    const call = () => gainFigure(madeUpFigure(), madeUpFigure());
    expectRefusal("", call, RangeError, /^y of the line 2 trials\[1\] .* got 0$/);
  });
});
