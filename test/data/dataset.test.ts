import { describe, expect, it } from "vitest";
import { checkBinaryData } from "../../lib/data/dataset.js";
import { expectRefusal } from "../support/refusals.js";

const check = (x: unknown, y: unknown) => checkBinaryData("data", { x, y } as never);

describe("checkBinaryData(name, data)", () => {
  it("lets finite inputs with a label 0 or 1 each pass, none at all too", () => {
    expect(() => check(Float64Array.of(1, -2), Uint8Array.of(0, 1))).not.toThrow();
    expect(() => check(new Float64Array(), new Uint8Array())).not.toThrow();
  });

  it.each([
    ["an input that is no number", [1, NaN], [0, 1], /^data\.x\[1\] must be finite, got NaN$/],
    ["a label too few", [1, 2], [0], /^data\.y must .* as data\.x \(2\), got 1$/],
    ["another label", [1, 2], [0, 2], /^data\.y\[1\] must be 0 or 1, got 2$/],
  ])("refuses %s", (what, x, y, message) =>
    expectRefusal(what, () => check(x, y), RangeError, message),
  );
});
