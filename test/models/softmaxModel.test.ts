import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { oneHot } from "../../lib/losses/targets.js";
import { classLogits, classProbabilities } from "../../lib/models/softmaxModel.js";

const model = {
  weights: [Float64Array.of(2, 0), Float64Array.of(0, -1)],
  intercepts: Float64Array.of(1, 0),
};

describe("classLogits", () => {
  it("is intercept + features · weights for each class", () => {
    const logits = classLogits(
      model,
      new Matrix([
        [3, 4],
        [0, 0],
      ]),
    );
    expect(logits.map((row) => [...row])).toEqual([
      [7, -4],
      [1, 0],
    ]);
  });

  it("refuses a design with another number of columns", () => {
    expect(() => classLogits(model, new Matrix([[1]]))).toThrow(
      /model\.weights\[0\].*\(1\), got 2/,
    );
  });
});

describe("classLogits, refusing", () => {
  const design = new Matrix([[1, 2]]);
  const row = Float64Array.of(1, 1);
  const zeros = Float64Array.of(0, 0);
  it.each([
    ["no class", [], Float64Array.of(), /^model\.weights must not be empty/],
    [
      "intercepts of another number",
      [row, row],
      Float64Array.of(0),
      /^model\.intercepts must have as many elements as model\.weights \(2\), got 1$/,
    ],
    [
      "an infinite intercept",
      [row],
      Float64Array.of(Infinity),
      /^model\.intercepts\[0\].*Infinity$/,
    ],
    ["a weight of NaN", [row, Float64Array.of(1, NaN)], zeros, /^model\.weights\[1\]\[1\].*NaN$/],
    [
      "weights of another number than columns",
      [row, Float64Array.of(1)],
      zeros,
      /^model\.weights\[1\] must have as many elements as the columns of designMatrix \(2\), got 1$/,
    ],
  ])("names %s", (_, weights, intercepts, message) => {
    expect(() => classLogits({ weights, intercepts }, design)).toThrow(message);
  });
});

describe("classProbabilities", () => {
  it("is the softmax of the logits at the temperature", () => {
    const [[p]] = classProbabilities(model, new Matrix([[0, 0]]), { temperature: 0.5 });
    expect(p).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 1), 15);
  });
});

describe("oneHot", () => {
  it("puts all mass on the label's class", () => {
    expect(oneHot([1, 0], 3).map((row) => [...row])).toEqual([
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  it.each([
    ["a label out of range", () => oneHot([0, 3], 3), /labels\[1\].*0 to 2, got 3/],
    ["a label that is no whole number", () => oneHot([0.5], 3), /labels\[0\].*got 0\.5/],
    ["no label", () => oneHot([], 3), /labels must not be empty/],
    ["one class", () => oneHot([0], 1), /classes must be.*from 2.*got 1/],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
