import { describe, expect, it } from "vitest";
import {
  checkArray,
  checkChoice,
  checkFunction,
  checkInteger,
  checkIntegers,
  checkLength,
  checkList,
  checkNotEmpty,
  checkNumber,
  checkObject,
  checkResult,
  checkText,
  checkValues,
  describe as describeValue,
} from "../../lib/validate/checks.js";
import { expectRefusal, type Refusal } from "../support/refusals.js";

describe("describe(value)", () => {
  it.each([
    [3, "3"],
    [Number.NaN, "NaN"],
    [undefined, "undefined"],
    [null, "null"],
    ["", '""'],
    ["a b", '"a b"'],
    [[1, 2], "1,2"],
    [[], "[]"],
  ])("describe(%o) is %s", (value, text) => expect(describeValue(value)).toBe(text));

  it("shortens to 60 characters, the last three dots", () => {
    const text = describeValue("x".repeat(61));
    expect(text).toHaveLength(60);
    expect(text).toMatch(/^"x{56}\.\.\.$/);
    expect(describeValue("x".repeat(58))).toBe(`"${"x".repeat(58)}"`);
  });
});

describe("what the checks let pass", () => {
  it("checkInteger takes both bounds and every safe integer from 0", () => {
    expect(() => checkInteger("n", 2, 2, 4)).not.toThrow();
    expect(() => checkInteger("n", 4, 2, 4)).not.toThrow();
    expect(() => checkInteger("n", 0)).not.toThrow();
    expect(() => checkInteger("n", Number.MAX_SAFE_INTEGER)).not.toThrow();
  });

  it("checkNumber takes both bounds, and infinity only where a bound is infinite", () => {
    expect(() => checkNumber("v", 0, 0, 1)).not.toThrow();
    expect(() => checkNumber("v", 1, 0, 1)).not.toThrow();
    expect(() => checkNumber("v", -Number.MAX_VALUE)).not.toThrow();
    expect(() => checkNumber("v", Infinity, 0, Infinity)).not.toThrow();
  });

  it("checkArray takes arrays and typed arrays, empty ones too", () => {
    for (const list of [[], [1], new Float64Array(2), new Uint8Array(), new Int32Array(1)]) {
      expect(() => checkArray("x", list)).not.toThrow();
    }
  });

  it("checkValues takes an empty list and values at the bounds", () => {
    expect(() => checkValues("x", [])).not.toThrow();
    expect(() => checkValues("x", [0, 1], 0, 1)).not.toThrow();
  });

  it("checkIntegers takes an empty list and whole numbers at the bounds, of any array", () => {
    expect(() => checkIntegers("n", [])).not.toThrow();
    expect(() => checkIntegers("n", [1, 9], 1, 9)).not.toThrow();
    expect(() => checkIntegers("n", Uint8Array.of(0, 255))).not.toThrow();
  });

  it("checkLength and checkNotEmpty look at the length alone", () => {
    expect(() => checkLength("x", [Number.NaN, 1], 2, "y")).not.toThrow();
    expect(() => checkNotEmpty("x", [Number.NaN])).not.toThrow();
  });

  it("checkList takes arrays of whatever", () => {
    expect(() => checkList("rows", [])).not.toThrow();
    expect(() => checkList("rows", [null, "a"])).not.toThrow();
  });

  it("checkObject takes objects of any class, checkFunction what can be called", () => {
    expect(() => checkObject("o", {})).not.toThrow();
    expect(() => checkObject("o", new Map())).not.toThrow();
    expect(() => checkFunction("f", Math.exp)).not.toThrow();
  });

  it("checkText takes a text, checkChoice one of its choices", () => {
    expect(() => checkText("t", "a")).not.toThrow();
    expect(() => checkChoice("t", "a", ["b", "a"])).not.toThrow();
  });

  it("checkResult takes finite numbers, lists of them and an empty list", () => {
    expect(() => checkResult("x", -Number.MAX_VALUE)).not.toThrow();
    expect(() => checkResult("x", [0, 1])).not.toThrow();
    expect(() => checkResult("x", new Float64Array())).not.toThrow();
  });
});

const refusals: Refusal[] = [
  [
    "checkInteger: a text",
    () => checkInteger("n", "3" as never),
    TypeError,
    /^n must be a number, got "3"$/,
  ],
  ["checkInteger: a bigint", () => checkInteger("n", 3n as never), TypeError, /^n .* got 3$/],
  ["checkInteger: undefined", () => checkInteger("n", undefined as never), TypeError, /undefined/],
  [
    "checkInteger: a fraction",
    () => checkInteger("n", 1.5, 1, 9),
    RangeError,
    /^n must be a whole number from 1 to 9, got 1\.5$/,
  ],
  ["checkInteger: NaN", () => checkInteger("n", Number.NaN), RangeError, /^n .* got NaN$/],
  ["checkInteger: infinity", () => checkInteger("n", Infinity), RangeError, /got Infinity$/],
  ["checkInteger: below the range", () => checkInteger("n", -1), RangeError, /from 0 .* got -1$/],
  ["checkInteger: above the range", () => checkInteger("n", 10, 0, 9), RangeError, /got 10$/],
  [
    "checkInteger: beyond 2^53",
    () => checkInteger("n", 2 ** 53),
    RangeError,
    /got 9007199254740992/,
  ],
  [
    "checkIntegers: no list",
    () => checkIntegers("n", 3 as never),
    TypeError,
    /^n must be an array/,
  ],
  [
    "checkIntegers: a fraction",
    () => checkIntegers("n", [1, 1.5], 1, 9),
    RangeError,
    /^n\[1\] must be a whole number from 1 to 9, got 1\.5$/,
  ],
  ["checkIntegers: below", () => checkIntegers("n", [0], 1), RangeError, /^n\[0\] .* got 0$/],
  ["checkIntegers: above", () => checkIntegers("n", [10], 0, 9), RangeError, /^n\[0\] .* got 10$/],
  [
    "checkIntegers: an empty place",
    () => checkIntegers("n", [1, null as never]),
    TypeError,
    /^n\[1\] must be a number, got null$/,
  ],
  ["checkNumber: a text", () => checkNumber("v", "0" as never), TypeError, /^v .* got "0"$/],
  ["checkNumber: null", () => checkNumber("v", null as never), TypeError, /^v .* got null$/],
  [
    "checkNumber: NaN",
    () => checkNumber("v", Number.NaN),
    RangeError,
    /^v must be finite, got NaN$/,
  ],
  [
    "checkNumber: infinity",
    () => checkNumber("v", -Infinity),
    RangeError,
    /finite, got -Infinity$/,
  ],
  [
    "checkNumber: outside",
    () => checkNumber("v", 1.1, 0, 1),
    RangeError,
    /^v must be in \[0, 1\], got 1\.1$/,
  ],
  [
    "checkArray: a number",
    () => checkArray("x", 3 as never),
    TypeError,
    /^x must be an array .* 3$/,
  ],
  ["checkArray: a text", () => checkArray("x", "12" as never), TypeError, /got "12"$/],
  ["checkArray: undefined", () => checkArray("x", undefined as never), TypeError, /got undefined$/],
  [
    "checkArray: a DataView",
    () => checkArray("x", new DataView(new ArrayBuffer(8)) as never),
    TypeError,
    /^x must be an array/,
  ],
  ["checkValues: no list", () => checkValues("x", {} as never), TypeError, /^x must be an array/],
  [
    "checkValues: NaN in a list",
    () => checkValues("x", [0, Number.NaN, 7], 0, 1),
    RangeError,
    /^x\[1\] must be in \[0, 1\], got NaN$/,
  ],
  ["checkValues: a hole", () => checkValues("x", Array(2)), TypeError, /^x\[0\] .* got undefined$/],
  [
    "checkValues: a text",
    () => checkValues("x", [1, "2"] as never),
    TypeError,
    /^x\[1\] .* got "2"$/,
  ],
  ["checkValues: null", () => checkValues("x", [null] as never), TypeError, /^x\[0\] .* got null$/],
  ["checkValues: true", () => checkValues("x", [true] as never), TypeError, /^x\[0\] .* got true$/],
  [
    "checkLength: another length",
    () => checkLength("b", [1], 2, "a"),
    RangeError,
    /^b must have as many elements as a \(2\), got 1$/,
  ],
  ["checkLength: no list", () => checkLength("b", 1 as never, 1, "a"), TypeError, /^b must be an/],
  [
    "checkNotEmpty: nothing",
    () => checkNotEmpty("x", []),
    RangeError,
    /^x must not be empty, got 0/,
  ],
  [
    "checkList: null",
    () => checkList("r", null as never),
    TypeError,
    /^r must be an array, got null$/,
  ],
  [
    "checkList: a typed array",
    () => checkList("r", new Int8Array(1) as never),
    TypeError,
    /^r must/,
  ],
  [
    "checkObject: null",
    () => checkObject("o", null as never),
    TypeError,
    /^o must be an object, got null$/,
  ],
  ["checkObject: a list", () => checkObject("o", []), TypeError, /^o must be an object, got \[\]$/],
  ["checkObject: a number", () => checkObject("o", 5 as never), TypeError, /^o .* got 5$/],
  [
    "checkFunction: a number",
    () => checkFunction("f", 5),
    TypeError,
    /^f must be a function, got 5$/,
  ],
  ["checkText: a number", () => checkText("t", 5 as never), TypeError, /^t must be a text, got 5$/],
  ["checkText: nothing", () => checkText("t", ""), RangeError, /^t must not be empty, got ""$/],
  [
    "checkChoice: another text",
    () => checkChoice("c", "no", ["a", "b"]),
    RangeError,
    /^c must be one of a, b, got "no"$/,
  ],
  [
    "checkChoice: null",
    () => checkChoice("c", null as never, ["a"]),
    TypeError,
    /^c must be a text, got null$/,
  ],
  [
    "checkResult: infinity",
    () => checkResult("x or y", Infinity),
    RangeError,
    /^x or y must give a finite result, got Infinity$/,
  ],
  [
    "checkResult: NaN in a list",
    () => checkResult("x", Float64Array.of(1, Number.NaN)),
    RangeError,
    /^x must give a finite result, got NaN$/,
  ],
  ["checkNotEmpty: no list", () => checkNotEmpty("x", null as never), TypeError, /^x .* got null$/],
];

describe("what the checks refuse", () => it.each(refusals)("%s", expectRefusal));
