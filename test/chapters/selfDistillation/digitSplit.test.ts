import { describe, expect, it } from "vitest";
import { digitSplit } from "../../../lib/chapters/selfDistillation/heldOutDigits.js";

describe("digitSplit", () => {
  it("puts each of the 10 000 digits in one part", () => {
    const { pool, validation, test } = digitSplit();
    expect([pool.length, validation.length, test.length]).toEqual([4000, 2000, 4000]);
    const all = [...pool, ...validation, ...test].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 10000 }, (_, i) => i));
  });

  it("is the same each time", () => expect(digitSplit()).toEqual(digitSplit()));
});
