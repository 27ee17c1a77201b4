import { describe, expect, it } from "vitest";
import { checkBinaryData } from "../../lib/data/dataset.js";

const check = (x: unknown, y: unknown) => checkBinaryData("data", { x, y } as never);

describe("checkBinaryData(name, data)", () => {
  it("lets finite inputs with a label 0 or 1 each pass, none at all too", () => {
    expect(() => check(Float64Array.of(1, -2), Uint8Array.of(0, 1))).not.toThrow();
    expect(() => check(new Float64Array(), new Uint8Array())).not.toThrow();
  });
});
