import { describe, expect, it } from "vitest";
import {
  initialNetwork,
  layersOf,
  networkLogits,
  parameterCount,
} from "../../lib/models/network.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { networkCases as cases } from "../support/networkCases.js";

describe("parameterCount", () => {
  it("counts weights and biases: (2 + 1) · 3 + (3 + 1) · 1", () =>
    expect(parameterCount([2, 3, 1])).toBe(13));

  it.each([
    [[3], /sizes must name at least 2 layers, got 3/],
    [[3, 0], /sizes\[1\].*got 0/],
    [[3, 1.5], /sizes\[1\].*1\.5/],
  ])("refuses %j", (sizes, message) => expect(() => parameterCount(sizes)).toThrow(message));

  it("refuses what is not a list", () =>
    expect(() => parameterCount(3 as never)).toThrow(TypeError));
});

describe("layersOf", () => {
  it("shares memory with the parameters, weights before biases", () => {
    const parameters = Float64Array.from({ length: 9 }, (_, i) => i);
    const [first, second] = layersOf([2, 2, 1], parameters);
    expect([...first.weights]).toEqual([0, 1, 2, 3]);
    expect([...first.biases]).toEqual([4, 5]);
    expect([...second.weights]).toEqual([6, 7]);
    second.biases[0] = -1;
    expect(parameters[8]).toBe(-1);
  });
});

describe("initialNetwork", () => {
  it("draws weights with variance 2 / inputs and biases 0", () => {
    const [layer] = layersOf(
      [200, 100],
      initialNetwork([200, 100], seededStream("init")).parameters,
    );
    const variance = layer.weights.reduce((sum, w) => sum + w * w, 0) / layer.weights.length;
    // 20 000 squares: the standard error of their mean is 0.01 · sqrt(2 / 20000) = 1e-4.
    expect(Math.abs(variance - 0.01)).toBeLessThan(5e-4);
    expect(layer.biases.every((bias) => bias === 0)).toBe(true);
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
    expectRelativelyClose(networkLogits(network, Float64Array.from(inputs)), logits, 1e-12);
  });

  it("switches a hidden unit off below 0: by hand, -3 → 0 and 2 → 2", () => {
    const network = { sizes: [1, 1, 1], parameters: Float64Array.of(1, 0, 5, 1) };
    expect([...networkLogits(network, Float64Array.of(-3, 2))]).toEqual([1, 11]);
  });

  const network = { sizes: [2, 1], parameters: Float64Array.of(1, 1, 0) };
  it.each([
    ["half a row", network, [1, 2, 3], /inputs must be made of rows of 2.*got 3/],
    ["no row", network, [], /inputs must be.*got 0/],
    ["NaN", network, [1, Number.NaN], /inputs\[1\].*NaN/],
    [
      "a parameter too few",
      { ...network, parameters: Float64Array.of(1) },
      [1, 2],
      /3 parameters, got 1/,
    ],
  ])("refuses %s", (_, net, inputs, message) => {
    expect(() => networkLogits(net, Float64Array.from(inputs))).toThrow(RangeError);
    expect(() => networkLogits(net, Float64Array.from(inputs))).toThrow(message);
  });
});
