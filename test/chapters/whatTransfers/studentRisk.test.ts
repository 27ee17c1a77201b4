import { describe, expect, it } from "vitest";
import { NARROW_DESIGN, POST_DESIGN } from "../../../lib/chapters/whatTransfers/designs.js";
import { studentFeatures, studentRisk } from "../../../lib/chapters/whatTransfers/studentRisk.js";
import { normalGrid } from "../../../lib/data/normalGrid.js";
import { postEta } from "../../../lib/data/postData.js";
import { populationLoss } from "../../../lib/losses/logLoss.js";
import { decisionFunction } from "../../../lib/models/linearModel.js";
import { golden } from "../../support/golden.js";

const { narrow } = golden<{ narrow: { best: number; bayes: number } }>("transfer");

describe("studentRisk(design)", () => {
  it("has the best cubic and Bayes of the narrow design as SciPy finds them", () => {
    expect(studentRisk(NARROW_DESIGN).best).toBeCloseTo(narrow.best, 8);
    expect(studentRisk(NARROW_DESIGN).bayes).toBeCloseTo(narrow.bayes, 8);
  });

  it("has log 2 as the post's best cubic (claim 13) and claims.md's Bayes", () => {
    expect(studentRisk(POST_DESIGN).best).toBeCloseTo(Math.LN2, 9);
    expect(studentRisk(POST_DESIGN).bayes).toBeCloseTo(0.5163, 4);
  });

  it("gives log 2 to the student that says 1/2", () => {
    const constant = { weights: new Float64Array(3), intercept: 0 };
    expect(studentRisk(NARROW_DESIGN).lossOf(constant)).toBeCloseTo(Math.LN2, 12);
  });

  it.each([POST_DESIGN, NARROW_DESIGN])(
    "agrees with five times the grid for a steep cubic, $name",
    (design) => {
      const student = { weights: Float64Array.of(0.9, -0.2, 0.4), intercept: 0.3 };
      const grid = normalGrid(design.inputScale);
      const logits = decisionFunction(student, studentFeatures(design, grid.points));
      const fine = populationLoss(grid, logits, grid.points.map(postEta));
      expect(Math.abs(studentRisk(design).lossOf(student) / fine - 1)).toBeLessThan(1e-5);
    },
  );

  it("is made once a design", () => {
    expect(studentRisk(POST_DESIGN)).toBe(studentRisk({ ...POST_DESIGN, studentL2: 3 }));
    expect(studentRisk(POST_DESIGN)).not.toBe(studentRisk(NARROW_DESIGN));
  });
});

describe("studentFeatures(design, x)", () => {
  it("are the powers of x over the design's scale", () => {
    expect(studentFeatures(NARROW_DESIGN, [4]).to2DArray()).toEqual([[2, 4, 8]]);
    expect(studentFeatures(POST_DESIGN, [4]).to2DArray()).toEqual([[4, 16, 64]]);
  });
});
