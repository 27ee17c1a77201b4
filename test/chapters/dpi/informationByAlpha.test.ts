import { describe, expect, it } from "vitest";
import { informationByAlpha } from "../../../lib/chapters/dpi/informationByAlpha.js";
import { signTeacherProblem, twoPointProblem } from "../../../lib/chapters/dpi/namedProblems.js";
import { golden } from "../../support/golden.js";

const { named, rounded } = golden<{
  named: { teacher: number; labelEntropy: number }[];
  rounded: { alpha: number; bits: number }[];
}>("information");
const sign = informationByAlpha(signTeacherProblem(), [0, 1, 10000, Infinity]);

describe("informationByAlpha", () => {
  it("agrees with NumPy on the teacher's bits and on H(y)", () => {
    expect(sign.teacher).toBeCloseTo(named[2].teacher, 10);
    expect(sign.labelEntropy).toBeCloseTo(named[2].labelEntropy, 10);
  });

  it("keeps all of H(y) at every finite alpha and drops to the teacher's bits at infinity", () => {
    expect(sign.rows.map(({ alpha }) => alpha)).toEqual([0, 1, 10000, Infinity]);
    for (const row of sign.rows.slice(0, 3)) {
      expect(row.information).toBeCloseTo(sign.labelEntropy, 12);
    }
    expect(sign.rows[3].information).toBeCloseTo(sign.teacher, 12);
  });

  it("knows H(y) - I(y; mu) beyond the teacher where theta determines y, and 0 in the chain", () => {
    for (const { beyondTeacher } of sign.rows.slice(0, 3)) {
      expect(beyondTeacher).toBeCloseTo(sign.labelEntropy - sign.teacher, 12);
    }
    expect(sign.rows[3].beyondTeacher).toBe(0);
  });

  it("fades once the parameters are rounded", () => {
    const bits = sign.rows.map((row) => row.rounded);
    expect(bits[0]).toBeCloseTo(sign.labelEntropy, 12);
    expect(bits[2] - sign.teacher).toBeLessThan(0.05);
    for (const row of sign.rows) expect(row.rounded).toBeLessThanOrEqual(row.information + 1e-12);
  });

  it("agrees with NumPy on what rounding to multiples of 0.1 leaves", () => {
    const alphas = rounded.map(({ alpha }) => alpha);
    const { rows } = informationByAlpha(signTeacherProblem(), alphas, { resolution: 0.1 });
    for (const [i, row] of rows.entries()) expect(row.rounded).toBeCloseTo(rounded[i].bits, 10);
  });

  it("rounds to the resolution it is given", () => {
    const [coarse] = informationByAlpha(twoPointProblem(0.5), [0], { resolution: 100 }).rows;
    expect(coarse.rounded).toBe(0);
    expect(coarse.information).toBeCloseTo(1.5, 12);
  });

  it("refuses an alpha so large that labels and rounding noise cannot be told apart", () => {
    expect(() => informationByAlpha(signTeacherProblem(), [3e10])).toThrow(/tolerance.*apart/);
  });
});
