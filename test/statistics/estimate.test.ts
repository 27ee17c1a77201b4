import { describe, expect, it } from "vitest";
import { seededStream } from "../../lib/random/seededStream.js";
import {
  meanAndStandardError,
  plusMinus,
  scaleEstimate,
  varianceAndStandardError,
  varianceDifference,
} from "../../lib/statistics/estimate.js";

describe("meanAndStandardError(values)", () => {
  it("gives the sample deviation over the root of the count", () => {
    // Squared deviations 9, 1, 1, 9 add up to 20: the variance is 20 / 3.
    expect(meanAndStandardError([1, 3, 5, 7])).toEqual({
      value: 4,
      standardError: Math.sqrt(20 / 3 / 4),
    });
  });

  it("has no error for equal values", () => {
    expect(meanAndStandardError([5, 5, 5])).toEqual({ value: 5, standardError: 0 });
  });

  it("calls the values by the name it is given", () => {
    expect(() => meanAndStandardError([1], "losses")).toThrow(
      /^losses must have at least 2 elements, got 1$/,
    );
    expect(() => meanAndStandardError([1, NaN], "losses")).toThrow(/^losses\[1\] .*NaN$/);
    expect(() => meanAndStandardError([1e200, -1e200])).toThrow(/^values must .* Infinity$/);
  });
});

describe("varianceAndStandardError(values)", () => {
  it("divides by the count less one", () => {
    // 1, 3, 8: mean 4, squares 9 + 1 + 16 = 26, over 2.
    expect(varianceAndStandardError([1, 3, 8]).value).toBeCloseTo(13, 12);
  });

  it("is sure where all deviations have one size", () => {
    expect(varianceAndStandardError([-2, 2, -2, 2]).standardError).toBe(0);
  });

  it("takes its error from the spread of the squared deviations", () => {
    // Squared deviations 9, 1, 1, 9: deviation sqrt(64 / 3), over 2, corrected by 4 / 3.
    expect(varianceAndStandardError([1, 3, 5, 7]).standardError).toBeCloseTo(
      (Math.sqrt(64 / 3) / 2) * (4 / 3),
      12,
    );
  });

  it("has the standard error sqrt(2 / count) of normal values, within a tenth", () => {
    const { standardError } = varianceAndStandardError(seededStream("normal").normal(20000));
    expect(standardError / Math.sqrt(2 / 20000)).toBeCloseTo(1, 1);
  });
});

describe("means and variances of normal samples", () => {
  it("are within two standard errors of the truth as often as they should be", () => {
    const rng = seededStream("test/coverage");
    const samples = Array.from({ length: 400 }, () => rng.normal(100));
    const covered = (estimate: typeof meanAndStandardError, truth: number) =>
      samples.filter((sample) => {
        const { value, standardError } = estimate(sample);
        return Math.abs(value - truth) < 2 * standardError;
      }).length;
    // 95 % of 400 is 380, with a deviation of 4.4; the variance's error is itself noisy at 100 values.
    expect(Math.abs(covered(meanAndStandardError, 0) - 380)).toBeLessThan(18);
    expect(covered(varianceAndStandardError, 1)).toBeGreaterThan(350);
  });
});

describe("varianceDifference(a, b)", () => {
  it("is the difference of the two variances", () => {
    expect(varianceDifference([0, 4], [1, 3]).value).toBeCloseTo(6, 12);
  });

  it("has no error where the second values are the first ones shifted", () => {
    const a = [1, 2, 5, 9];
    const shifted = a.map((v) => v + 10);
    expect(varianceDifference(a, shifted)).toEqual({ value: 0, standardError: 0 });
  });

  it("makes use of the pairing: less error than two separate estimates", () => {
    const a = seededStream("pairs").normal(1000);
    const b = a.map((v) => 0.9 * v);
    const separate = Math.hypot(
      varianceAndStandardError(a).standardError,
      varianceAndStandardError(b).standardError,
    );
    expect(varianceDifference(a, b).standardError).toBeLessThan(separate / 3);
  });
});

describe("scaleEstimate and plusMinus", () => {
  it("scale the error by the size of the factor", () => {
    expect(scaleEstimate({ value: 2, standardError: 0.5 }, -3)).toEqual({
      value: -6,
      standardError: 1.5,
    });
  });

  it("write value and error with the same digits, and no minus before a zero", () => {
    expect(plusMinus({ value: 0.2715, standardError: 0.0064 })).toBe("0.272 ± 0.006");
    expect(plusMinus({ value: -0.001, standardError: 0.25 }, 1)).toBe("0.0 ± 0.3");
    expect(plusMinus({ value: -0.5, standardError: 0.25 }, 2)).toBe("-0.50 ± 0.25");
  });
});
