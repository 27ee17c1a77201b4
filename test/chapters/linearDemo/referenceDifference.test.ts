import { describe, expect, it } from "vitest";
import { referenceDifference } from "../../../lib/chapters/linearDemo/publishedFigure.js";
import {
  CONVERGED_REFERENCE,
  type ReferenceCurves,
  SCIKIT_LEARN_REFERENCE,
} from "../../../lib/chapters/linearDemo/publishedReference.js";
import { madeUpFigure, published } from "../../support/published.js";

/** The made-up figure's own means. */
const REFERENCE: ReferenceCurves = {
  student: { train: [0.5, 0.5], test: [3, 0.75] },
  teacher: { train: [0.5, 0.5], test: [0.75, 0.5] },
  distilled: { train: [0.75, 0.75], test: [1, 0.75] },
};
const NONE = { train: 0, test: 0 };

describe("referenceDifference(result, reference)", () => {
  it("is 0 where nothing differs", () => {
    expect(referenceDifference(madeUpFigure(), REFERENCE)).toEqual({
      student: NONE,
      teacher: NONE,
      distilled: NONE,
    });
  });

  it("is the largest relative difference of the points, in either direction", () => {
    const reference = {
      ...REFERENCE,
      student: { train: [0.5, 0.4], test: [6, 0.75] },
      teacher: { train: [0.5, 0.5], test: [0.6, 0.8] },
    };
    const found = referenceDifference(madeUpFigure(), reference);
    expect(found.student.train).toBeCloseTo(0.25, 14);
    expect(found.student.test).toBeCloseTo(0.5, 14);
    expect(found.teacher.test).toBeCloseTo(0.375, 14);
    expect(found.teacher.train).toBe(0);
    expect(found.distilled).toEqual(NONE);
  });

  it("is at most 0.3 % from scikit-learn for the student's test loss, under 0.04 % elsewhere", () => {
    const found = referenceDifference(published(), SCIKIT_LEARN_REFERENCE);
    expect(found.student.test).toBeGreaterThan(0.0029);
    expect(found.student.test).toBeLessThan(0.0031);
    const { student, teacher, distilled } = found;
    const others = [student.train, teacher.train, teacher.test, distilled.train, distilled.test];
    expect(Math.max(...others)).toBeLessThan(0.0004);
  });

  it("is below 1e-6 from converged fits", () => {
    const found = referenceDifference(published(), CONVERGED_REFERENCE);
    const all = Object.values(found).flatMap(({ train, test }) => [train, test]);
    expect(all).toHaveLength(6);
    expect(Math.max(...all)).toBeLessThan(1e-6);
  });
});
