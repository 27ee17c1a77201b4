import { describe, expect, it } from "vitest";
import {
  checkChoice,
  checkFinite,
  checkIncreasing,
  checkInteger,
  checkIntegers,
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkResult,
  checkValues,
  formatValue,
} from "../../lib/validate/checks.js";

describe("formatValue(value)", () => {
  it.each([
    [3, "3"],
    [Number.NaN, "NaN"],
    ["", '""'],
    ["a b", '"a b"'],
    [[1, 2], "1,2"],
    [[], "[]"],
    ["x".repeat(58), `"${"x".repeat(58)}"`],
    ["x".repeat(61), `"${"x".repeat(56)}...`],
  ])("of %o is %s", (value, text) => expect(formatValue(value)).toBe(text));
});

const passing: [what: string, call: () => void][] = [
  ["a whole number at either bound", () => [2, 4].map((n) => checkInteger("n", n, 2, 4))],
  ["0 and the largest safe integer", () => [0, 2 ** 53 - 1].map((n) => checkInteger("n", n))],
  ["whole numbers of any array, or none", () => checkIntegers("n", Uint8Array.of(1, 9), 1, 9)],
  ["a number at either bound", () => [0, 1].map((v) => checkNumber("v", v, 0, 1))],
  ["infinity if a bound is infinite", () => checkNumber("v", Infinity, 0, Infinity)],
  ["the largest finite number", () => checkNumber("v", -Number.MAX_VALUE)],
  ["values at the bounds, or none", () => checkValues("x", [0, 1], 0, 1)],
  ["a length", () => checkLength("x", [NaN, 1], 2, "y")],
  ["one element", () => checkNotEmpty("x", [NaN])],
  ["numbers that increase", () => checkIncreasing("x", [-1, 0, Infinity])],
  ["a choice", () => checkChoice("t", "a", ["b", "a"])],
  [
    "a structure of finite numbers",
    () => checkFinite("r", { a: [1e12, { b: Float64Array.of(-1e12) }], c: "∞", d: null }),
  ],
  ["a finite result", () => checkResult("x", [0, -Number.MAX_VALUE])],
];

describe("the checks let pass", () => {
  it.each(passing)("%s", (_, call) => expect(call).not.toThrow());
});

const refusals: [call: () => void, message: string][] = [
  [() => checkInteger("n", 1.5, 1, 9), "n must be a whole number from 1 to 9, got 1.5"],
  [() => checkInteger("n", NaN, 0, 1), "n must be a whole number from 0 to 1, got NaN"],
  [() => checkInteger("n", -1, 0, 1), "n must be a whole number from 0 to 1, got -1"],
  [() => checkInteger("n", 10, 0, 9), "n must be a whole number from 0 to 9, got 10"],
  [() => checkIntegers("n", [1, 0.5], 0, 1), "n[1] must be a whole number from 0 to 1, got 0.5"],
  [() => checkIntegers("n", [-1, 5], 0, 1), "n[0] must be a whole number from 0 to 1, got -1"],
  [() => checkIntegers("n", [0, 5], 0, 1), "n[1] must be a whole number from 0 to 1, got 5"],
  [() => checkNumber("v", NaN), "v must be finite, got NaN"],
  [() => checkNumber("v", Infinity), "v must be finite, got Infinity"],
  [() => checkNumber("v", 1.1, 0, 1), "v must be in [0, 1], got 1.1"],
  [() => checkNumber("v", -0.1, 0, 1), "v must be in [0, 1], got -0.1"],
  [() => checkValues("x", [0, NaN, 2], 0, 1), "x[1] must be in [0, 1], got NaN"],
  [() => checkValues("x", [0, 1, 2], 0, 1), "x[2] must be in [0, 1], got 2"],
  [() => checkLength("x", [1], 2, "y"), "x must have as many elements as y (2), got 1"],
  [() => checkNotEmpty("x", ""), "x must not be empty, got 0 elements"],
  [() => checkIncreasing("x", [1, 2, 2]), "x must increase, got 2 after 2"],
  [() => checkIncreasing("x", [1, NaN]), "x must increase, got NaN after 1"],
  [() => checkChoice("t", "c", ["b", "a"]), 't must be one of b, a, got "c"'],
  [() => checkFinite("r", { a: [0, { b: [1, NaN] }] }), "r.a[1].b[1] must be finite, got NaN"],
  [
    () => checkFinite("r", { "a@2": Float64Array.of(Infinity) }),
    'r["a@2"][0] must be finite, got Infinity',
  ],
  [() => checkFinite("r", -1e13), "r must be at most 1000000000000 in size, got -10000000000000"],
  [
    () => checkResult("inputs or weights", [0, NaN]),
    "inputs or weights must give a finite result, got NaN",
  ],
  [() => checkResult("x", -Infinity), "x must give a finite result, got -Infinity"],
];

describe("the checks refuse, naming the argument and the value", () => {
  it.each(refusals)("%s: %s", (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});
