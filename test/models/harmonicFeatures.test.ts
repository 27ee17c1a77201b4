import { describe, expect, it } from "vitest";
import { harmonicFeatures } from "../../lib/models/harmonicFeatures.js";

describe("harmonicFeatures(x, harmonics)", () => {
  it("gives sin kx and cos kx, harmonic by harmonic", () => {
    const [row, zero] = harmonicFeatures([Math.PI / 2, 0], 2).to2DArray();
    const expected = [1, 0, 0, -1];
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(expected[j], 15);
    });
    expect(zero).toEqual([0, 1, 0, 1]);
  });

  it("has rows of squared length K, whatever x is", () => {
    for (const row of harmonicFeatures([-30, 0.3, 17], 6).to2DArray()) {
      expect(row).toHaveLength(12);
      expect(row.reduce((sum, v) => sum + v * v, 0)).toBeCloseTo(6, 12);
    }
  });

  it.each([
    ["no harmonic", () => harmonicFeatures([1], 0), /harmonics.*got 0/],
    ["an infinite input", () => harmonicFeatures([Infinity], 1), /x\[0\].*Infinity/],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
