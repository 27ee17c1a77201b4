import { describe, expect, it } from "vitest";
import { whatHelps, whatHelpsRows } from "../../../lib/chapters/whatTransfers/whatHelps.js";

const both = (a: number, b: number) => Float64Array.of(a, b);
const studies = {
  softening: {
    "onLabels@20": both(2, 3),
    "logitMatching@20": both(1, 1.5),
    "distilled@20": both(0.5, 0.5),
    "shuffled@20": both(1, 1),
    "smoothed@20": both(0.5, 0.6),
  },
  teachers: { "sine.loss": both(0.5, 0.5), "bayes.loss": both(0.6, 0.6) },
  unlabelled: { "distilled@0": both(0.5, 0.5), "distilled@100": both(0.4, 0.4) },
};

describe("whatHelps(studies, n, extra)", () => {
  const gains = whatHelps(studies, 20, 100);

  it("pairs the loss before with the loss after, a gain being positive", () => {
    expect(gains.map(({ value }) => +value.toFixed(12))).toEqual([
      1.95, 1.5, 0.5, 0.05, 0.75, -0.1, 0.1,
    ]);
  });

  it("names each change", () => {
    expect(gains[2].change).toBe("shuffled teacher → teacher");
    expect(gains[6].change).toContain("100 unlabelled");
  });
});

describe("whatHelpsRows(post, narrow)", () => {
  it("calls an effect below three standard errors not clear", () => {
    const gain = { change: "a → b", count: 9, wins: 5 };
    const cellOf = (value: number) =>
      whatHelpsRows(
        [{ ...gain, value, standardError: 0.01 }],
        [{ ...gain, value: 1, standardError: 0.1 }],
      )[0];
    expect(cellOf(0.04)["gain on the post's data"]).toBe("0.0400 ± 0.0100, helps");
    expect(cellOf(-0.04)["gain on the post's data"]).toBe("-0.0400 ± 0.0100, hurts");
    expect(cellOf(0.02)["gain on the post's data"]).toBe("0.0200 ± 0.0100, no clear effect");
    expect(cellOf(0)["gain on the narrow data"]).toBe("1.0000 ± 0.1000, helps");
  });
});
