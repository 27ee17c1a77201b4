import { describe, expect, it } from "vitest";
import { digitCount } from "../../lib/chapters/selfDistillation/dataChecks.js";
import {
  type Check,
  callback,
  checkAlphas,
  list,
  number,
  oneOf,
  optional,
  positive,
  probability,
  record,
  text,
  whole,
} from "../../lib/plotting/checks.js";
import { expectRefusal, type Refusal } from "../support/refusals.js";

const on = (check: Check, value: unknown) => () => check("a", value);

describe("the checks of the figures", () => {
  const accepted: [string, () => void][] = [
    ["a number at the low end of its range", on(number(), -1e12)],
    ["a number at the high end of its range", on(number(), 1e12)],
    ["a probability of 1 and a little", on(probability, 1 + 1e-10)],
    ["a typed array", on(list(number()), Float64Array.of(1))],
    ["an empty list where it may be", on(list(text, { least: 0 }), [])],
    ["as many as the other", on(list(text, { as: ["b", 1] }), ["x"])],
    ["fields beyond those asked for", on(record({ n: whole() }), { n: 1, m: null })],
    ["what is left out", on(optional(text), undefined)],
    ["a function", on(callback, () => 1)],
  ];
  it.each(accepted)("let pass %s", (_, call) => expect(call).not.toThrow());

  const refusals: Refusal[] = [
    [
      "a number beyond 1e12",
      on(number(), 1.1e12),
      RangeError,
      /^a must be in .* got 1100000000000$/,
    ],
    ["0 as above 0", on(positive, 0), RangeError, /^a must be in \[1e-12, .* got 0$/],
    ["half as whole", on(whole(), 0.5), RangeError, /^a must be a whole number .* got 0\.5$/],

    ["another choice", on(oneOf(["x", "y"]), "z"), RangeError, /^a must be one of x, y, got "z"$/],

    ["an empty list", on(list(text), []), RangeError, /^a must not be empty, got 0 elements$/],
    [
      "too few",
      on(list(text, { least: 2 }), ["x"]),
      RangeError,
      /^a .*at least 2 elements, got 1$/,
    ],
    ["too many", on(list(text, { most: 1 }), ["x", "y"]), RangeError, /^a .*at most 1 .* got 2$/],
    [
      "another length",
      on(list(text, { as: ["b", 1] }), []),
      RangeError,
      /^a must have as many elements as b \(1\), got 0$/,
    ],
  ];
  it.each(refusals)("refuse %s", expectRefusal);
});

describe("checkAlphas(name, alphas)", () => {
  it.each([
    [[1, 1, Infinity], /^a must rise, got alpha 1 after 1$/],
    [[2, 1, Infinity], /^a must rise, got alpha 1 after 2$/],
    [[0, 1], /^a must end with Infinity, got 1$/],
    [[Infinity], /^a must have at least 2 elements, got 1$/],
    [[-1, Infinity], /^a\[0\] must be in .* got -1$/],
  ])("refuses %j", (alphas, message) => {
    expect(() => checkAlphas("a", alphas)).toThrow(message);
  });

  it("takes what rises from 0 to Infinity", () => {
    expect(() => checkAlphas("a", [0, 0.5, Infinity])).not.toThrow();
  });
});

describe("digitCount(digits)", () => {
  it("is the number of images", () => {
    expect(digitCount({ pixels: new Uint8Array(2 * 784), labels: Uint8Array.of(1, 2) })).toBe(2);
  });

  it.each([
    [new Uint8Array(783), /^digits\.pixels .* \(784\), got 783$/],
    [new Float64Array(784), /^digits\.pixels must be a Uint8Array/],
  ])("refuses pixels that do not fit", (pixels, message) => {
    const digits = { pixels: pixels as Uint8Array, labels: Uint8Array.of(1) };
    expect(() => digitCount(digits)).toThrow(message);
  });
});
