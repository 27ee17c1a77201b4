import { describe, expect, it } from "vitest";
import { initialNetwork, networkLogits, parameterCount } from "../../lib/models/network.js";
import type { Precision } from "../../lib/models/networkKernel.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { networkCases as cases } from "../support/networkCases.js";

describe("parameterCount", () => {
  it("counts weights and biases: (2 + 1) · 3 + (3 + 1) · 1", () =>
    expect(parameterCount([2, 3, 1])).toBe(13));
});

describe("initialNetwork", () => {
  it("draws weights with variance 2 / inputs and biases 0", () => {
    const { parameters } = initialNetwork([200, 100], seededStream("init"));
    const weights = parameters.subarray(0, 20_000);
    const variance = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
    // 20 000 squares: the standard error of their mean is 0.01 · sqrt(2 / 20000) = 1e-4.
    expect(Math.abs(variance - 0.01)).toBeLessThan(5e-4);
    expect([...parameters.subarray(20_000)]).toEqual(Array(100).fill(0));
    expect(weights.every((w) => w !== 0)).toBe(true);
  });

  it("scales the weights, and nothing else", () => {
    const draw = (scale?: number) =>
      initialNetwork([2, 3], seededStream("scale"), scale).parameters;
    expect(draw(0.25)).toEqual(draw().map((w) => w * 0.25));
    expect(() => draw(-1)).toThrow(/^scale must be in \[0, /);
  });

  it("is the same for the same stream and another for another", () => {
    const draw = (name: string) => initialNetwork([4, 3], seededStream(name)).parameters;
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
  });
});

describe("networkLogits", () => {
  it.each(cases)("agrees with NumPy, case %#", ({ sizes, parameters, inputs, logits }) => {
    const network = { sizes, parameters: Float64Array.from(parameters) };
    const logitsIn = (precision: Precision) =>
      networkLogits(network, Float64Array.from(inputs), { precision });
    expectRelativelyClose(logitsIn("double"), logits, 1e-12);
    expectRelativelyClose(logitsIn("single"), logits, 1e-4);
  });

  it("gives the same rows for many at once as for one", () => {
    const stream = seededStream("blocks");
    const network = initialNetwork([3, 5, 2], stream);
    const inputs = stream.normal(3 * 611);
    const all = networkLogits(network, inputs);
    for (const i of [0, 249, 250, 500, 610]) {
      const row = networkLogits(network, inputs.subarray(3 * i, 3 * i + 3));
      expect([...all.subarray(2 * i, 2 * i + 2)]).toEqual([...row]);
    }
  });

  it("switches a hidden unit off below 0: by hand, -3 → 0 and 2 → 2", () => {
    const network = { sizes: [1, 1, 1], parameters: Float64Array.of(1, 0, 5, 1) };
    expect([...networkLogits(network, Float64Array.of(-3, 2))]).toEqual([1, 11]);
  });
});
