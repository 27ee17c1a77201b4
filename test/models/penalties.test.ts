import { describe, expect, it } from "vitest";
import { penaltiesOf } from "../../lib/models/designMatrix.js";

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
});
