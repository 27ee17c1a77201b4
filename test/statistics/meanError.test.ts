import { describe, expect, it } from "vitest";
import { seededStream } from "../../lib/random/seededStream.js";
import { meanError, varianceError } from "../../lib/statistics/meanError.js";

describe("meanError(values)", () => {
  it("gives the sample deviation over the root of the count", () => {
    // Squared deviations 9, 1, 1, 9 add up to 20: the variance is 20 / 3.
    expect(meanError([1, 3, 5, 7])).toEqual({ mean: 4, standardError: Math.sqrt(20 / 3 / 4) });
  });

  it.each([[[]], [[1]], [[1, Number.NaN]]])("refuses %j", (values) => {
    expect(() => meanError(values)).toThrow(RangeError);
  });
});

describe("meanError and varianceError", () => {
  it("cover the truth of normal samples as often as two standard errors should", () => {
    const rng = seededStream("test/coverage");
    const samples = Array.from({ length: 400 }, () => rng.normal(100));
    const inside = (estimate: number, error: number, truth: number) =>
      Math.abs(estimate - truth) < 2 * error;
    const means = samples.filter((sample) => {
      const { mean, standardError } = meanError(sample);
      return inside(mean, standardError, 0);
    });
    const variances = samples.filter((sample) => {
      const { variance, standardError } = varianceError(sample);
      return inside(variance, standardError, 1);
    });
    // 95 % of 400 is 380, with a deviation of 4.4; the variance's error is itself noisy at 100 values.
    expect(Math.abs(means.length - 380)).toBeLessThan(18);
    expect(variances.length).toBeGreaterThan(350);
  });
});

describe("varianceError(values)", () => {
  it("gives the sample variance", () => {
    expect(varianceError([1, 3, 5, 7]).variance).toBeCloseTo(20 / 3, 12);
  });

  it("is sure where all deviations have one size", () => {
    expect(varianceError([-2, 2, -2, 2]).standardError).toBe(0);
  });

  it("takes its error from the spread of the squared deviations", () => {
    // Squared deviations 9, 1, 1, 9: deviation sqrt(64 / 3), over 2, corrected by 4 / 3.
    expect(varianceError([1, 3, 5, 7]).standardError).toBeCloseTo(
      (Math.sqrt(64 / 3) / 2) * (4 / 3),
      12,
    );
  });

  it("refuses a single value", () => {
    expect(() => varianceError([1])).toThrow("got 1");
  });
});
