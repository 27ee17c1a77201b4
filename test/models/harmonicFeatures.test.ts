import { describe, expect, it } from "vitest";
import { harmonicFeatures } from "../../lib/models/features.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { golden } from "../support/golden.js";

const { harmonics } = golden<{ harmonics: { x: number[]; rows: number[][] } }>("variance");

describe("harmonicFeatures", () => {
  it("gives sines 0 and cosines 1 at 0", () => {
    expect(harmonicFeatures([0], 2).to2DArray()).toEqual([[0, 1, 0, 1]]);
  });

  it("agrees with NumPy in the order sin x, cos x, sin 2x, …", () => {
    const rows = harmonicFeatures(harmonics.x, 3).to2DArray();
    rows.forEach((row, i) => {
      expectRelativelyClose(row, harmonics.rows[i], 1e-12);
    });
  });

  it("has two columns a harmonic and no constant", () => {
    const design = harmonicFeatures(Float64Array.of(1, 2, 3), 6);
    expect([design.rows, design.columns]).toEqual([3, 12]);
  });
});
