import { deviation, mean } from "d3-array";
import { describe, expect, it } from "vitest";
import {
  drawDesign,
  firstExamples,
  NARROW_DESIGN,
  POST_DESIGN,
} from "../../../lib/chapters/whatTransfers/designs.js";
import { postData } from "../../../lib/data/postData.js";
import type { Rng } from "../../../lib/random/rng.js";
import { seededStream } from "../../../lib/random/seededStream.js";

/** A source whose labels are prescribed, one array a draw. */
function withLabels(...draws: number[][]): Rng {
  return {
    uniform: (n) => new Float64Array(n),
    normal: (n) => new Float64Array(n).fill(1),
    bernoulli: () => Uint8Array.from(draws.shift() as number[]),
  };
}

describe("drawDesign(design, rng, n, smallest)", () => {
  it("draws the post's distribution at the design's scale", () => {
    const data = drawDesign(NARROW_DESIGN, seededStream("test"), 50);
    expect(data).toStrictEqual(postData(seededStream("test"), 50, { scale: 2 }));
  });

  it("has the scales of claims.md", () => {
    expect([POST_DESIGN.inputScale, POST_DESIGN.studentScale, POST_DESIGN.studentL2]).toEqual([
      10, 1, 1,
    ]);
    expect([NARROW_DESIGN.inputScale, NARROW_DESIGN.studentScale, NARROW_DESIGN.studentL2]).toEqual(
      [2, 2, 0.01],
    );
  });

  it("draws again if the smallest training set has one class", () => {
    const rng = withLabels([1, 1, 0, 1], [0, 0, 1, 1], [1, 0, 0, 0]);
    const data = drawDesign(POST_DESIGN, rng, 4, 2);
    expect([...data.y]).toEqual([1, 0, 0, 0]);
  });

  it("needs both classes among all n by default", () => {
    const rng = withLabels([1, 1, 1, 0]);
    expect([...drawDesign(POST_DESIGN, rng, 4).y]).toEqual([1, 1, 1, 0]);
  });
});

describe("the two designs", () => {
  const spread = (design: typeof POST_DESIGN) => {
    const data = drawDesign(design, seededStream("test/spread"), 4000);
    return { x: deviation(data.x) as number, y: mean(data.y) as number };
  };

  it("spread their inputs as they say, within 4 standard errors of 1 / sqrt(8000)", () => {
    expect(Math.abs(spread(POST_DESIGN).x / 10 - 1)).toBeLessThan(4 / Math.sqrt(8000));
    expect(Math.abs(spread(NARROW_DESIGN).x / 2 - 1)).toBeLessThan(4 / Math.sqrt(8000));
  });

  it("have both labels equally often, within 4 standard errors", () => {
    for (const design of [POST_DESIGN, NARROW_DESIGN]) {
      expect(Math.abs(spread(design).y - 0.5)).toBeLessThan(4 * (0.5 / Math.sqrt(4000)));
    }
  });
});

describe("firstExamples(data, n)", () => {
  it("keeps inputs and labels together", () => {
    const data = { x: Float64Array.of(3, 1, 2), y: Uint8Array.of(1, 0, 1) };
    expect(firstExamples(data, 2)).toStrictEqual({
      x: Float64Array.of(3, 1),
      y: Uint8Array.of(1, 0),
    });
  });
});
