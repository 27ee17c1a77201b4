import { describe, expect, it } from "vitest";
import {
  meanEntropy,
  mistakesOf,
} from "../../../lib/chapters/selfDistillation/darkKnowledgeFigure.js";
import {
  digitSplit,
  errorRate,
  heldOutDigits,
  multiclassLogLoss,
} from "../../../lib/chapters/selfDistillation/heldOutDigits.js";
import { poolDigits, readDigits } from "../../../lib/data/digits.js";

const p = Float64Array.of(0.5, 0.5, 0.75, 0.25);

describe("heldOutDigits", () => {
  it("holds the images of its part with their labels", () => {
    const { inputs, labels, images } = heldOutDigits("validation");
    expect(images).toEqual(digitSplit().validation);
    expect(inputs.length).toBe(2000 * 196);
    expect(labels[7]).toBe(readDigits().labels[images[7]]);
    expect(images.some((image) => image > 255)).toBe(true);
    const pooled = poolDigits(readDigits(), images);
    expect(pooled.length).toBe(inputs.length);
    expect(pooled.every((value, k) => value === inputs[k])).toBe(true);
  });
});

describe("errorRate", () => {
  it("counts in percent: the second of two is wrong", () => expect(errorRate([0, 1], p)).toBe(50));
});

describe("multiclassLogLoss", () => {
  it("is (log 2 + log 4) / 2", () =>
    expect(multiclassLogLoss([0, 1], p)).toBeCloseTo((Math.log(2) + Math.log(4)) / 2, 15));

  it("stays finite where the label has probability 0", () =>
    expect(multiclassLogLoss([0], Float64Array.of(0, 1))).toBeCloseTo(744.44, 1));
});

describe("mistakesOf", () => {
  it("lists the wrong ones, the surest first", () => {
    const row = (digit: number, sure: number) =>
      Array.from({ length: 10 }, (_, c) => (c === digit ? sure : (1 - sure) / 9));
    const rows = Float64Array.from([...row(4, 0.6), ...row(2, 0.9), ...row(7, 0.8)]);
    const heldOut = { labels: Uint8Array.of(9, 2, 1), images: Int32Array.of(30, 31, 32) };
    expect(
      mistakesOf(heldOut, rows).map(({ image, label, guess }) => [image, label, guess]),
    ).toEqual([
      [32, 1, 7],
      [30, 9, 4],
    ]);
  });
});

describe("meanEntropy", () => {
  it("is log 10 for ten equal classes, 0 for certainty, and the mean of rows", () => {
    const even = Array(10).fill(0.1);
    const sure = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(meanEntropy(Float64Array.from(even))).toBeCloseTo(Math.log(10), 14);
    expect(meanEntropy(Float64Array.from(sure))).toBe(0);
    expect(meanEntropy(Float64Array.from([...even, ...sure]))).toBeCloseTo(Math.log(10) / 2, 14);
  });
});
