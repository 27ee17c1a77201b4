import { describe, expect, it } from "vitest";
import { kernelSmoother } from "../../lib/models/kernelSmoother.js";

describe("kernelSmoother({ x, y, bandwidth })", () => {
  it("weighs labels by the Gaussian of their distance", () => {
    const smoother = kernelSmoother({ x: [0, 2], y: [1, 0], bandwidth: 1 });
    const near = 1;
    const far = Math.exp(-2);
    expect(smoother([0, 1, 2])[0]).toBeCloseTo(near / (near + far), 14);
    expect(smoother([0, 1, 2])[1]).toBe(0.5);
    expect(smoother([0, 1, 2])[2]).toBeCloseTo(far / (near + far), 14);
  });

  it("gives the mean label for a bandwidth far wider than the data", () => {
    const smoother = kernelSmoother({ x: [-1, 0, 1, 2], y: [1, 0, 0, 0], bandwidth: 1e6 });
    expect(smoother([0.3])[0]).toBeCloseTo(0.25, 9);
  });

  it("lets the nearest label decide where all weights vanish", () => {
    const smoother = kernelSmoother({ x: [0, 1], y: [0, 1], bandwidth: 0.01 });
    expect([...smoother([1e6, -1e6])]).toEqual([1, 0]);
  });

  it("never leaves [0, 1]", () => {
    const x = Array.from({ length: 50 }, (_, i) => Math.sin(i * 7) * 3);
    const smoother = kernelSmoother({ x, y: x.map(() => 1), bandwidth: 0.3 });
    for (const p of smoother(x)) expect(p).toBe(1);
  });

  it.each([
    ["no data", () => kernelSmoother({ x: [], y: [], bandwidth: 1 }), /x must not be empty/],
    ["a bandwidth of 0", () => kernelSmoother({ x: [1], y: [1], bandwidth: 0 }), /bandwidth.*0/],
    ["a label of 2", () => kernelSmoother({ x: [1], y: [2], bandwidth: 1 }), /y\[0\].*2/],
    [
      "an input that is NaN",
      () => kernelSmoother({ x: [1], y: [1], bandwidth: 1 })([Number.NaN]),
      /inputs\[0\].*NaN/,
    ],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
