import { describe, expect, it } from "vitest";
import { checkBinaryData } from "../../lib/data/dataset.js";
import { expectRefusal, type Refusal } from "../support/refusals.js";

const check = (x: unknown, y: unknown) => checkBinaryData("data", { x, y } as never);

describe("checkBinaryData(name, data)", () => {
  it("lets finite inputs with a label 0 or 1 each pass, none at all too", () => {
    expect(() => check(Float64Array.of(1, -2), Uint8Array.of(0, 1))).not.toThrow();
    expect(() => check(new Float64Array(), new Uint8Array())).not.toThrow();
  });

  const refusals: Refusal[] = [
    ["NaN", () => check([0, Number.NaN], [0, 1]), RangeError, /^data\.x\[1\] .* got NaN$/],
    ["infinity", () => check([Infinity], [0]), RangeError, /^data\.x\[0\] .* got Infinity$/],
    ["a label missing", () => check([1, 2], [0]), RangeError, /^data\.y .* data\.x \(2\), got 1$/],
    [
      "a label of 2",
      () => check([1, 2], [0, 2]),
      RangeError,
      /^data\.y\[1\] must be 0 or 1, got 2$/,
    ],
    [
      "a soft label",
      () => check([1], [0.5]),
      RangeError,
      /^data\.y\[0\] must be 0 or 1, got 0\.5$/,
    ],
  ];
  it.each(refusals)("refuses %s", expectRefusal);
});
