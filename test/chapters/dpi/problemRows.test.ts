import { describe, expect, it } from "vitest";
import { comparisonRow, informationRow } from "../../../lib/chapters/dpi/distillationProblem.js";
import { twoPointProblem } from "../../../lib/chapters/dpi/namedProblems.js";

describe("comparisonRow", () => {
  it("is one row under the text's symbols", () => {
    const row = comparisonRow("two points", twoPointProblem(0.5));
    expect(Object.keys(row)).toEqual(["example", "H(y)", "I(y; μ)", "I₀", "I∞", "loss₀", "loss∞"]);
    expect(row["I₀"]).toBeCloseTo(1.5, 12);
    expect(row["I∞"]).toBeCloseTo(2, 12);
  });
});

describe("informationRow", () => {
  const info = {
    information: 1,
    labelEntropy: 2,
    distinct: 2,
    largestSameGap: 3e-16,
    smallestDifferentGap: 1.23456e-5,
  };

  it("hides the digits of solver noise and rounds the gap", () => {
    expect(informationRow("teacher", info)).toEqual({
      learner: "teacher",
      bits: 1,
      "H(y)": 2,
      "different optima": 2,
      "called equal up to": "1e-12",
      "smallest difference": "0.000012",
    });
  });

  it("shows noise above 1e-12", () => {
    expect(informationRow("t", { ...info, largestSameGap: 3e-12 })["called equal up to"]).toBe(
      "3e-12",
    );
  });
});
