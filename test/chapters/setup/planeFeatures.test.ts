import { describe, expect, it } from "vitest";
import { bumpFeatures, planeFeatures } from "../../../lib/chapters/setup/planeClassifier.js";
import { planePoints } from "../../../lib/chapters/setup/planeData.js";

describe("planeFeatures", () => {
  it("are the two coordinates", () => {
    expect(planeFeatures(planePoints([1, 2], [-3, 0])).to2DArray()).toEqual([
      [1, 2],
      [-3, 0],
    ]);
  });
});

describe("bumpFeatures", () => {
  it("are 25 by default, the middle one 1 at the origin", () => {
    const design = bumpFeatures(planePoints([0, 0]));
    expect([design.rows, design.columns]).toEqual([1, 25]);
    expect(design.get(0, 12)).toBe(1);
    expect(Math.max(...design.to1DArray())).toBe(1);
  });

  it("fall to exp(-1/2) at one width from their centre", () => {
    expect(bumpFeatures(planePoints([1.25, 0])).get(0, 12)).toBeCloseTo(Math.exp(-0.5), 15);
    expect(bumpFeatures(planePoints([0, 1.25])).get(0, 12)).toBeCloseTo(Math.exp(-0.5), 15);
  });

  it("run through x2 first: centres (-2.5, -2.5), (-2.5, -1.25), …", () => {
    const [row] = bumpFeatures(planePoints([-2.5, -1.25])).to2DArray();
    expect(row.indexOf(1)).toBe(1);
    expect(row[24]).toBeCloseTo(Math.exp(-(5 ** 2 + 3.75 ** 2) / (2 * 1.25 ** 2)), 15);
  });
});
