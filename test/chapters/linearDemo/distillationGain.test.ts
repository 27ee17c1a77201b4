import { describe, expect, it } from "vitest";
import { distillationGain } from "../../../lib/chapters/linearDemo/gainFigure.js";
import { madeUpFigure, published } from "../../support/published.js";

describe("distillationGain(result, split)", () => {
  it("pairs student and distilled model by trial, at each size", () => {
    // Test losses 2, 4 against 1, 1, and 1, 0.5 against 0.5, 1.
    expect(distillationGain(madeUpFigure(), "test")).toEqual([
      { value: 2, standardError: 1, count: 2, wins: 2 },
      { value: 0, standardError: 0.5, count: 2, wins: 1 },
    ]);
  });

  it("looks at the training losses when told to", () => {
    // 0.25, 0.75 against 0.5, 1, and 0.5, 0.5 against 0.75, 0.75.
    expect(distillationGain(madeUpFigure(), "train")).toEqual([
      { value: -0.25, standardError: 0, count: 2, wins: 0 },
      { value: -0.25, standardError: 0, count: 2, wins: 0 },
    ]);
  });

  it("claim 4: the mean gain is positive on test sets, negative on training sets, at all 8 n", () => {
    for (const { value: mean } of distillationGain(published(), "test"))
      expect(mean).toBeGreaterThan(0);
    for (const gain of distillationGain(published(), "train")) {
      expect(gain).toMatchObject({ count: 15, wins: 0 });
      expect(gain.value).toBeLessThan(0);
    }
  });

  it("has as its mean the difference of the published means", () => {
    const { student, distilled } = published().curves;
    distillationGain(published(), "test").forEach(({ value: mean }, k) => {
      expect(mean).toBeCloseTo(student.test.mean[k] - distilled.test.mean[k], 12);
    });
  });
});
