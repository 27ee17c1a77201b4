import { describe, expect, it } from "vitest";
import { tabulatedSoftplus } from "../../../lib/chapters/whatTransfers/studentRisk.js";
import { softplus } from "../../../lib/losses/softplus.js";

describe("tabulatedSoftplus(z)", () => {
  it("is within 2e-11 of log(1 + exp(z)) on both sides of the table's end", () => {
    for (let z = -50; z <= 50; z += 0.0037) {
      expect(Math.abs(tabulatedSoftplus(z) - softplus(z))).toBeLessThan(2e-11);
    }
  });

  it("is exact at its knots", () => {
    for (const z of [0, 1 / 64, -1, 20]) expect(tabulatedSoftplus(z)).toBe(softplus(z));
  });
});
