import { describe, expect, it } from "vitest";
import { dataFigure } from "../../../lib/chapters/linearDemo/dataFigure.js";
import { postData } from "../../../lib/data/postData.js";
import { numpyRng } from "../../../lib/random/numpyRng.js";
import { drawWithoutWarning, expectStandalone, parseSvg, textsOf } from "../../support/svg.js";

const data = { x: Float64Array.of(-12, 0, 3, 25.5), y: Uint8Array.of(0, 1, 1, 0) };
const draw = () => drawWithoutWarning(() => dataFigure(data));

describe("dataFigure(data)", () => {
  it("looks as it did", async () => {
    const figure = draw();
    expectStandalone(figure);
    await expect(figure.svg).toMatchFileSnapshot("snapshots/dataFigure.svg");
  });

  it("draws a tick for each example, those of one label at one height", () => {
    const ticks = Array.from(parseSvg(draw()).querySelectorAll('[aria-label="rule"] line')).filter(
      (line) => line.getAttribute("x1") === line.getAttribute("x2"),
    );
    expect(ticks).toHaveLength(4);
    const heights = ticks.map((line) => line.getAttribute("y1"));
    expect(heights[0]).toBe(heights[3]);
    expect(heights[1]).toBe(heights[2]);
    expect(Number(heights[0])).toBeGreaterThan(Number(heights[1]));
  });

  it("labels the curve and the axes", () => {
    expect(textsOf(draw())).toEqual(
      expect.arrayContaining(["η(x)", "x", "probability of label 1"]),
    );
  });

  it("counts the examples in its alt", () => expect(draw().alt).toMatch(/^4 labelled examples/));

  it("stays below 60 kB with the notebook's 300 examples", () => {
    expectStandalone(dataFigure(postData(numpyRng(1234), 300)));
  });
});
