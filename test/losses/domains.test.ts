import { describe, expect, it } from "vitest";
import {
  checkAlpha,
  checkDistribution,
  checkLabel,
  checkTemperature,
} from "../../lib/losses/domains.js";

describe("checkDistribution", () => {
  it.each([
    ["certainty", [0, 1, 0]],
    ["one class", [1]],
    ["a typed array", Float64Array.of(0.25, 0.75)],
    ["what rounding leaves of a sum", [0.1, 0.2, 0.3, 0.4 + 1e-10]],
    ["what rounding adds to certainty", [1 + 1e-10, 0]],
  ])("takes %s", (_, values) => {
    expect(() => checkDistribution("p", values)).not.toThrow();
  });

  it.each([
    ["a sum that is off by more than rounding", [0.5, 0.5 + 1e-8], RangeError, /p must sum to 1/],
    ["a negative entry", [-0.1, 1.1], RangeError, /p\[0\] must be in \[0, 1\], got -0\.1/],
    ["an entry above 1", [0, 2], RangeError, /p\[1\] must be in \[0, 1\], got 2/],
    ["NaN", [Number.NaN], RangeError, /p\[0\].*got NaN/],
    ["nothing", [], RangeError, /p must not be empty/],
  ])("refuses %s", (_, values, kind, message) => {
    expect(() => checkDistribution("p", values as never)).toThrow(kind);
    expect(() => checkDistribution("p", values as never)).toThrow(message);
  });
});

describe("checkLabel", () => {
  it("takes 0 to classes - 1", () => {
    for (const label of [0, 1, 2]) expect(() => checkLabel(label, 3)).not.toThrow();
  });

  it.each([-1, 3, 1.5, Number.NaN, Infinity])("refuses %d of three classes", (label) => {
    expect(() => checkLabel(label, 3)).toThrow(`label must be a whole number from 0 to 2`);
    expect(() => checkLabel(label, 3)).toThrow(String(label));
  });
});

describe("checkTemperature", () => {
  it("takes any finite number above 0", () => {
    for (const value of [1e-300, 1, 1e300]) expect(() => checkTemperature(value)).not.toThrow();
  });

  it.each([0, -1, Infinity, Number.NaN])("refuses %d", (temperature) => {
    expect(() => checkTemperature(temperature)).toThrow(RangeError);
    expect(() => checkTemperature(temperature)).toThrow(`got ${temperature}`);
  });
});

describe("checkAlpha", () => {
  it("takes 0 to Infinity, both included", () => {
    for (const value of [0, 0.5, 1e300, Infinity]) expect(() => checkAlpha(value)).not.toThrow();
  });

  it.each([-1e-9, -Infinity, Number.NaN])("refuses %d", (alpha) => {
    expect(() => checkAlpha(alpha)).toThrow(RangeError);
    expect(() => checkAlpha(alpha)).toThrow(`alpha must be in [0, Infinity], got ${alpha}`);
  });
});
