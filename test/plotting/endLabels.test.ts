import * as Plot from "@observablehq/plot";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endLabels, spread } from "../../lib/plotting/endLabels.js";
import { renderFigure } from "../../lib/plotting/render.js";
import { parseSvg, textsOf } from "../support/svg.js";

describe("spread(positions, gap, bounds)", () => {
  it("gives the example of its documentation", () => {
    expect(spread([0, 0.5, 9], 1, [0, 10])).toEqual([0, 1, 9]);
  });

  it("leaves alone what is far enough apart and inside", () => {
    expect(spread([7, 1, 4], 2, [0, 10])).toEqual([7, 1, 4]);
    expect(spread([], 1, [0, 10])).toEqual([]);
  });

  it("moves what lies outside to the bounds", () => {
    expect(spread([-5, 50], 1, [0, 10])).toEqual([0, 10]);
  });

  it("pushes down again what the upper bound has no room for", () => {
    expect(spread([9, 9.5, 10], 1, [0, 10])).toEqual([8, 9, 10]);
  });

  it("keeps equal positions in the order given", () => {
    expect(spread([3, 3, 3], 1, [0, 10])).toEqual([3, 4, 5]);
  });

  const position = fc.double({ min: -20, max: 120, noNaN: true });
  const positions = fc.array(position, { maxLength: 12 });

  it("keeps the gap, the order and, as there is room, the bounds", () => {
    fc.assert(
      fc.property(positions, fc.double({ min: 0, max: 8, noNaN: true }), (list, gap) => {
        const placed = spread(list, gap, [0, 100]);
        const order = list.map((_, i) => i).sort((a, b) => list[a] - list[b]);
        for (let k = 0; k < order.length; k++) {
          expect(placed[order[k]]).toBeGreaterThanOrEqual(-1e-9);
          expect(placed[order[k]]).toBeLessThanOrEqual(100 + 1e-9);
          if (k === 0) continue;
          const distance = placed[order[k]] - placed[order[k - 1]];
          expect(distance).toBeGreaterThanOrEqual(gap - 1e-9);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("keeps gap and upper bound where there is no room for all", () => {
    expect(spread([1, 1, 1], 5, [0, 8])).toEqual([-2, 3, 8]);
  });

  it("changes nothing when done again", () => {
    fc.assert(
      fc.property(positions, (list) => {
        const once = spread(list, 3, [0, 100]);
        spread(once, 3, [0, 100]).forEach((value, i) => {
          expect(value).toBeCloseTo(once[i], 9);
        });
      }),
      { seed: 2 },
    );
  });
});

describe("endLabels(labels, options)", () => {
  const labels = ["one", "two", "three"].map((text) => ({ text, x: 1, y: 0.5, fill: "#0063A3" }));
  /** Heights of the labels in pixels, in the order of the document, on a plot 300 pixels high inside. */
  const heights = (log: boolean) => {
    const domain = log ? ([0.1, 10] as const) : ([0, 1] as const);
    const figure = renderFigure("Three labels at one height.", {
      height: 376,
      insetTop: 0,
      x: { domain: [0, 1] },
      y: { domain: [...domain], type: log ? "log" : "linear" },
      marks: [Plot.frame(), endLabels(labels, { domain, log, innerHeight: 300 })],
    });
    expect(textsOf(figure)).toEqual(expect.arrayContaining(["one", "two", "three"]));
    return Array.from(parseSvg(figure).querySelectorAll("text"))
      .filter((text) => ["one", "two", "three"].includes(text.textContent ?? ""))
      .map((text) =>
        Number(/translate\([^,]+,([^)]+)\)/.exec(text.getAttribute("transform") ?? "")?.[1]),
      );
  };

  it.each([false, true])("sets three labels of one height 16 pixels apart, log %s", (log) => {
    const [one, two, three] = heights(log);
    expect(one - two).toBeCloseTo(16, 1);
    expect(two - three).toBeCloseTo(16, 1);
  });
});
