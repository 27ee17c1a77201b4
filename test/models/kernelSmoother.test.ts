import fc from "fast-check";
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

  it("lies between the smallest and the largest label, and does not depend on where 0 is", () => {
    const inputs = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), {
      minLength: 2,
      maxLength: 8,
    });
    const shift = fc.integer({ min: -64, max: 64 });
    fc.assert(
      fc.property(
        inputs,
        shift,
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (x, by, bandwidth) => {
          const y = x.map((_, i) => 0.2 + (0.6 * i) / x.length);
          const at = [-3, 0.5, 40];
          const here = kernelSmoother({ x, y, bandwidth })(at);
          const moved = kernelSmoother({ x: x.map((v) => v + by), y, bandwidth });
          moved(at.map((v) => v + by)).forEach((p, i) => {
            expect(p).toBeCloseTo(here[i], 6);
            expect(here[i]).toBeGreaterThan(0.2 - 1e-12);
            expect(here[i]).toBeLessThan(0.8 + 1e-12);
          });
        },
      ),
    );
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
