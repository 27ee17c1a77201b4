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
});
