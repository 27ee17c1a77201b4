import { describe, expect, it } from "vitest";
import { randomHiddenLayer } from "../../lib/models/randomHiddenLayer.js";
import { seededStream } from "../../lib/random/seededStream.js";

describe("randomHiddenLayer", () => {
  it("gives one row an input and one column a unit, each a tanh", () => {
    const design = randomHiddenLayer(seededStream("layer"), 7)([-3, 0, 5]);
    expect([design.rows, design.columns]).toEqual([3, 7]);
    expect(Math.max(...design.to1DArray().map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it("has units tanh(slope (x - bend)) with slopes and bends drawn in this order", () => {
    const rng = { ...seededStream("unused"), normal: fixedNormals([0.5, -1], [0.2, 0.1]) };
    const [row] = randomHiddenLayer(rng, 2)([3]).to2DArray();
    expect(row[0]).toBeCloseTo(Math.tanh(0.5 * (3 - 2)), 14);
    expect(row[1]).toBeCloseTo(Math.tanh(-1 * (3 - 1)), 14);
  });

  it("keeps its units: the same input always gives the same row", () => {
    const layer = randomHiddenLayer(seededStream("kept"), 5);
    expect(layer([2]).to1DArray()).toEqual(layer([1, 2]).getRow(1));
  });

  it("gives other units for another stream", () => {
    const rowOf = (name: string) => randomHiddenLayer(seededStream(name), 4)([1]).to1DArray();
    expect(rowOf("a")).not.toEqual(rowOf("b"));
  });
});

function fixedNormals(...draws: number[][]) {
  return () => Float64Array.from(draws.shift() as number[]);
}
