import { describe, expect, it } from "vitest";
import { score } from "../../../lib/chapters/yourOwn/score.js";
import { compareAll, verdictOf } from "../../../lib/chapters/yourOwn/verdict.js";

const against = (gains: Record<string, [gain: number, p: number]>) =>
  Object.entries(gains).map(([control, [value, p]]) => ({
    control,
    gain: { value, standardError: 1 },
    p,
    detectable: 1,
  }));

describe("verdictOf", () => {
  it.each([
    ["harm", { labels: [-1, 0.01], ridge: [1, 0.01] }],
    ["no clear effect", { labels: [1, 0.06], ridge: [1, 0.01] }],
    ["knowledge", { labels: [1, 0.01], ridge: [1, 0.05], smoothed: [1, 0.02] }],
    ["regularisation", { labels: [1, 0.01], ridge: [-2, 0.01], smoothed: [-1, 0.5] }],
    ["softening", { labels: [1, 0.01], ridge: [1, 0.5], smoothed: [0.5, 0.5] }],
    ["softening", { labels: [1, 0.01], ridge: [1, 0.01], shuffled: [0.5, 0.5] }],
  ] as const)("says %s", (word, gains) => {
    const rows = against(gains as unknown as Record<string, [number, number]>);
    expect(verdictOf(rows, 0.05)).toBe(word);
  });
});

describe("compareAll", () => {
  it("tests a paired mean of 2 with deviation 2 over 4 trials: t = 2 with 3 degrees, p = 0.1393", () => {
    const distilled = Float64Array.of(0, 0, 0, 0);
    const labels = Float64Array.of(2 - Math.sqrt(6), 2, 2, 2 + Math.sqrt(6));
    const [{ gain, p }] = compareAll(distilled, { labels }, { overlap: 0, level: 0.05 });
    expect(gain.value).toBeCloseTo(2, 12);
    expect(gain.standardError).toBeCloseTo(1, 12);
    // 1 - (2/π)(θ + sin θ cos θ) with tan θ = 2/√3, by hand.
    expect(p).toBeCloseTo(1 - (2 / Math.PI) * (0.857072 + 0.755929 * 0.654654), 5);
  });
});

describe("score", () => {
  it("is the expected loss under the truth, by hand", () => {
    const values = score(Float64Array.of(0.25, 0.75), Float64Array.of(0.5, 0.5), 2);
    expect(values.logLoss).toBeCloseTo(Math.log(2), 14);
    expect(values.errorRate).toBe(0.75);
    // Either label is (0.5)² + (0.5)² away.
    expect(values.brier).toBeCloseTo(0.5, 14);
  });
});
