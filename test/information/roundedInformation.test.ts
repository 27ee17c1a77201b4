import { describe, expect, it } from "vitest";
import { labelDistribution } from "../../lib/information/labelDistribution.js";
import { roundedInformation } from "../../lib/information/labelInformation.js";
import { optimaOf } from "../../lib/information/optima.js";

const labels = labelDistribution([0.5, 0.5]);
// 0, 0.3, 1 and 1.3
const optima = optimaOf(labels, (y) => [0.3 * y[0] + y[1]]);

describe("roundedInformation", () => {
  it.each([
    ["keeps everything at a fine resolution", 0.1, 2],
    ["merges 0 with 0.3 and 1 with 1.3 at a resolution of 1", 1, 1],
    ["merges all at a coarse resolution", 10, 0],
  ])("%s", (_, resolution, bits) => {
    expect(roundedInformation(labels, optima, resolution)).toBeCloseTo(bits, 14);
  });

  it("rounds every coordinate", () => {
    const pair = optimaOf(labels, (y) => [0.3 * y[0], y[1]]);
    expect(roundedInformation(labels, pair, 1)).toBe(1);
  });

  it("keeps coordinates apart: 1, 11 is not 11, 1", () => {
    const digits = optimaOf(labels, (y) => (y[0] ? [1, 11] : [11, 1]));
    expect(roundedInformation(labels, digits, 1)).toBe(1);
  });

  it("does not split optima that are equal up to noise, at the border of a step too", () => {
    const noisy = optimaOf(labels, (y) => [0.5 + (y[0] - 0.5) * 1e-15]);
    expect(roundedInformation(labels, noisy, 1)).toBe(0);
  });

  it("loses more at a coarser resolution", () => {
    const spread = optimaOf(labels, (y) => [Math.E * y[0] + Math.PI * y[1]]);
    const bits = [0.1, 1, 10].map((resolution) => roundedInformation(labels, spread, resolution));
    for (const value of bits) expect(value).toBeLessThanOrEqual(2);
    expect(bits[2]).toBeLessThan(bits[0]);
  });
});
