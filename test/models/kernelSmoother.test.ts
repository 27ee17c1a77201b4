import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kernelSmoother } from "../../lib/models/kernelSmoother.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { golden } from "../support/golden.js";

const { smoother } = golden<{
  smoother: { x: number[]; y: number[]; queries: number[]; bandwidth: number; values: number[] };
}>("variance");

describe("kernelSmoother", () => {
  it("agrees with NumPy", () => {
    const { x, y, queries, bandwidth, values } = smoother;
    expectRelativelyClose(kernelSmoother(x, y, queries, bandwidth), values, 1e-12);
  });

  it("halves between two neighbours at the same distance", () => {
    expect([...kernelSmoother([0, 2], [0, 1], [1], 0.5)]).toEqual([0.5]);
  });

  it("weighs two points as exp(-1/2) to 1, one bandwidth away", () => {
    const weight = Math.exp(-0.5);
    const [value] = kernelSmoother([0, 3], [1, 0], [0], 3);
    expect(value).toBeCloseTo(1 / (1 + weight), 14);
  });

  it("is at its own inputs what it is at equal queries, digit for digit", () => {
    const x = [3, -1, 0.5, 3, 40, -2e3];
    const targets = [1, 0, 0.25, 0, 1, 0];
    expect(kernelSmoother(x, targets, x, 0.5)).toEqual(kernelSmoother(x, targets, [...x], 0.5));
  });

  it("gives a far query the target of its nearest neighbour instead of 0 / 0", () => {
    expect([...kernelSmoother([0, 1], [0.2, 0.7], [1e6, -1e6], 0.5)]).toEqual([0.7, 0.2]);
  });

  it("tends to the mean of the targets as the bandwidth grows", () => {
    expect(kernelSmoother([0, 5, 9], [0, 0, 1], [2], 1e6)[0]).toBeCloseTo(1 / 3, 9);
  });

  it("stays between the least and the largest target", () => {
    const target = fc.double({ min: 0, max: 1, noNaN: true });
    const input = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    const points = fc.array(fc.tuple(input, target), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(points, input, (pairs, query) => {
        const targets = pairs.map(([, t]) => t);
        const [value] = kernelSmoother(
          pairs.map(([x]) => x),
          targets,
          [query],
          0.5,
        );
        expect(value).toBeGreaterThanOrEqual(Math.min(...targets) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(...targets) + 1e-12);
      }),
    );
  });

  it("takes as many points as there are, more than a call takes arguments", () => {
    const x = Float64Array.from({ length: 150_000 }, (_, i) => i);
    // The neighbours of the query, at equal distances, are 0 and 1; all others are far off beside the bandwidth.
    expect(
      kernelSmoother(
        x,
        x.map((i) => i % 2),
        [100.5],
        0.01,
      ),
    ).toEqual(Float64Array.of(0.5));
  });
});
