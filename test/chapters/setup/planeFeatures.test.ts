import { describe, expect, it } from "vitest";
import { planePoints } from "../../../lib/chapters/setup/planeData.js";
import { bumpFeatures, planeFeatures } from "../../../lib/chapters/setup/planeFeatures.js";

describe("planeFeatures", () => {
  it("are the two coordinates", () => {
    expect(planeFeatures(planePoints([1, 2], [-3, 0])).to2DArray()).toEqual([
      [1, 2],
      [-3, 0],
    ]);
  });

  it("refuse coordinates that are not finite or not as many", () => {
    const broken = { x1: Float64Array.of(0), x2: Float64Array.of(NaN) };
    expect(() => planeFeatures(broken)).toThrow(/points\.x2\[0\].*NaN/);
    const ragged = { x1: Float64Array.of(1, 2), x2: Float64Array.of(1) };
    expect(() => planeFeatures(ragged)).toThrow(/points\.x2 must have.*\(2\), got 1/);
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

  it("run through x2 first: centres (-reach, -reach), (-reach, +reach), …", () => {
    const options = { perSide: 2, reach: 1, width: 0.5 };
    const [row] = bumpFeatures(planePoints([-1, 1]), options).to2DArray();
    expect(row.indexOf(1)).toBe(1);
    expect(row[2]).toBeCloseTo(Math.exp(-(2 ** 2 + 2 ** 2) / (2 * 0.5 ** 2)), 15);
  });

  it.each([
    ["one bump a side", { perSide: 1 }, /perSide.*got 1/],
    ["no reach", { reach: 0 }, /reach.*got 0/],
    ["a negative width", { width: -1 }, /width.*got -1/],
  ])("refuse %s", (_, options, message) => {
    expect(() => bumpFeatures(planePoints([0, 0]), options)).toThrow(message);
  });
});
