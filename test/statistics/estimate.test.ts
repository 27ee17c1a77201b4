import { describe, expect, it } from "vitest";
import { seededStream } from "../../lib/random/seededStream.js";
import {
  meanEstimate,
  plusMinus,
  scaled,
  varianceDifference,
  varianceEstimate,
} from "../../lib/statistics/estimate.js";

describe("meanEstimate", () => {
  it("gives mean and standard error worked by hand", () => {
    // Deviations -1, 1: sample variance 2, over 2 values: standard error 1.
    expect(meanEstimate([1, 3])).toEqual({ value: 2, standardError: 1 });
  });

  it("has no error for equal values", () => {
    expect(meanEstimate([5, 5, 5])).toEqual({ value: 5, standardError: 0 });
  });

  it.each([
    ["fewer than 2 values", () => meanEstimate([1]), /values must have at least 2.*got 1/],
    ["NaN", () => meanEstimate([1, Number.NaN]), /values\[1\].*NaN/],
  ])("refuses %s", (_, call, message) => expect(call).toThrow(message));
});

describe("varianceEstimate", () => {
  it("divides by the count less one", () => {
    // 1, 3, 8: mean 4, squares 9 + 1 + 16 = 26, over 2.
    expect(varianceEstimate([1, 3, 8]).value).toBeCloseTo(13, 12);
  });

  it("has the standard error sqrt(2 / count) of normal values, within a tenth", () => {
    const { standardError } = varianceEstimate(seededStream("normal").normal(20000));
    expect(standardError / Math.sqrt(2 / 20000)).toBeCloseTo(1, 1);
  });

  it("is within 4 standard errors of 1 for standard normals, and of 1/12 for uniforms", () => {
    const stream = seededStream("variances");
    for (const [values, truth] of [
      [stream.normal(5000), 1],
      [stream.uniform(5000), 1 / 12],
    ] as const) {
      const { value, standardError } = varianceEstimate(values);
      expect(Math.abs(value - truth)).toBeLessThan(4 * standardError);
    }
  });
});

describe("varianceDifference", () => {
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
      varianceEstimate(a).standardError,
      varianceEstimate(b).standardError,
    );
    expect(varianceDifference(a, b).standardError).toBeLessThan(separate / 3);
  });

  it("refuses lengths that differ", () => {
    expect(() => varianceDifference([1, 2], [1])).toThrow(/b must have.*2.*got 1/);
  });
});

describe("scaled and plusMinus", () => {
  it("scale the error by the size of the factor", () => {
    expect(scaled({ value: 2, standardError: 0.5 }, -3)).toEqual({ value: -6, standardError: 1.5 });
  });

  it("write value and error with the same digits", () => {
    expect(plusMinus({ value: 0.2715, standardError: 0.0064 })).toBe("0.272 ± 0.006");
    expect(plusMinus({ value: 1, standardError: 0.25 }, 1)).toBe("1.0 ± 0.3");
  });
});

describe("plusMinus, the sign of nothing", () => {
  it("writes no minus before a zero", () => {
    expect(plusMinus({ value: -0.001, standardError: 0.25 }, 1)).toBe("0.0 ± 0.3");
    expect(plusMinus({ value: -0.5, standardError: 0.25 }, 2)).toBe("-0.50 ± 0.25");
  });
});
