import { beforeAll, describe, expect, it } from "vitest";
import { NARROW_DESIGN, POST_DESIGN } from "../../../lib/chapters/whatTransfers/designs.js";
import { limitConstants } from "../../../lib/chapters/whatTransfers/limitConstants.js";
import { LIMIT_STUDENTS } from "../../../lib/chapters/whatTransfers/studyLines.js";
import { expectStated } from "../../support/claims.js";
import { golden } from "../../support/golden.js";

const { constants, narrow } = golden<{
  constants: Record<"post" | "narrow", Record<string, number>>;
  narrow: { hackBias: number; softBias: number };
}>("transfer");

/** What the oracle calls the students. */
const ORACLE = {
  onLabels: "student",
  logitMatching: "hack",
  distilled: "soft",
  onTrueEta: "bayes",
} as const;

describe("limitConstants(design)", () => {
  type Constants = ReturnType<typeof limitConstants>;
  let post: Constants;
  let near: Constants;
  beforeAll(() => {
    [post, near] = [POST_DESIGN, NARROW_DESIGN].map(limitConstants) as [Constants, Constants];
  });

  it.each(LIMIT_STUDENTS)("has the closed form's constant on the post's data, %s", (name) => {
    expect(post[name].constant).toBeCloseTo(constants.post[ORACLE[name]], 5);
    expect(Math.abs(post[name].bias)).toBeLessThan(1e-12);
  });

  it("has the ledger's two constants and the hack's bias, as SciPy has: claim 16", () => {
    expectStated(16, "hard", post.onLabels.constant);
    expectStated(16, "hard", constants.post.student);
    expectStated(16, "soft", post.distilled.constant);
    expectStated(16, "soft", constants.post.soft);
    expectStated(16, "hackBias", near.logitMatching.bias);
    expectStated(16, "hackBias", narrow.hackBias);
  });

  it("has the four lines of claim 16", () => {
    expect(LIMIT_STUDENTS.map((name) => +post[name].constant.toFixed(2))).toEqual([
      2, 1.7, 0.98, 0.64,
    ]);
  });

  it.each(LIMIT_STUDENTS)(
    "agrees with SciPy's influence functions on the narrow design, %s",
    (name) => {
      expect(near[name].constant).toBeCloseTo(constants.narrow[ORACLE[name]], 4);
    },
  );

  it("leaves a bias to the hack alone on the narrow design (claim 16: .59030 against .57795)", () => {
    expect(near.logitMatching.bias).toBeCloseTo(narrow.hackBias, 8);
    expect(near.logitMatching.bias).toBeCloseTo(0.5903 - 0.57795, 4);
    expect(near.distilled.bias).toBeCloseTo(narrow.softBias, 12);
    expect(near.onLabels.bias).toBe(0);
    expect(near.onTrueEta.bias).toBe(0);
  });
});
