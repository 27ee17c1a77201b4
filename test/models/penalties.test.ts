import { describe, expect, it } from "vitest";
import { penaltiesOf } from "../../lib/models/penalties.js";

describe("penaltiesOf(l2, columns)", () => {
  it("gives one number to every column, and a list as it is", () => {
    expect(penaltiesOf(2, 3)).toEqual(Float64Array.of(2, 2, 2));
    expect(penaltiesOf([0, 1.5], 2)).toEqual(Float64Array.of(0, 1.5));
  });

  it("copies the list", () => {
    const l2 = Float64Array.of(1, 2);
    penaltiesOf(l2, 2)[0] = 9;
    expect(l2[0]).toBe(1);
  });

  it.each([
    ["a negative number", -1, RangeError, /^l2 must be in .* got -1$/],
    ["too few numbers", [1], RangeError, /^l2 must have .*columns of designMatrix \(2\), got 1$/],
    ["a negative number in the list", [1, -1], RangeError, /^l2\[1\] must be in .* got -1$/],
  ])("refuses %s", (_, l2, kind, message) => {
    const call = () => penaltiesOf(l2, 2);
    expect(call).toThrow(kind);
    expect(call).toThrow(message);
  });
});
