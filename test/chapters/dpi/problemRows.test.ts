import { describe, expect, it } from "vitest";
import { postProblem, twoPointProblem } from "../../../lib/chapters/dpi/namedProblems.js";
import {
  alphaInformationRows,
  comparisonRow,
  informationRow,
  labelRows,
} from "../../../lib/chapters/dpi/problemRows.js";

describe("labelRows", () => {
  const rows = labelRows(twoPointProblem(0.9));

  it("lists every label vector with its probability", () => {
    expect(rows.map(({ y }) => y)).toEqual(["0 0", "1 0", "0 1", "1 1"]);
    const expected = [0.01, 0.09, 0.09, 0.81];
    for (const [k, p] of expected.entries()) expect(rows[k].probability).toBeCloseTo(p, 14);
  });

  it("writes parameters to three digits, and 0 without a sign", () => {
    expect(rows.map((row) => row["θ, α = 0"])).toEqual(["-0.675", "0.000", "0.000", "0.675"]);
  });

  it("refuses more than 4 labels", () => {
    expect(() => labelRows(postProblem(10))).toThrow(/n, the labels of problem.*4, got 10/);
  });
});

describe("comparisonRow", () => {
  it("is one row under the text's symbols", () => {
    const row = comparisonRow("two points", twoPointProblem(0.5));
    expect(Object.keys(row)).toEqual(["example", "H(y)", "I(y; μ)", "I₀", "I∞", "loss₀", "loss∞"]);
    expect(row["I₀"]).toBeCloseTo(1.5, 12);
    expect(row["I∞"]).toBeCloseTo(2, 12);
  });
});

describe("informationRow", () => {
  const info = { information: 1, labelEntropy: 2, distinct: 2, within: 3e-16, between: 1.23456e-5 };

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
    expect(informationRow("t", { ...info, within: 3e-12 })["called equal up to"]).toBe("3e-12");
  });
});

describe("alphaInformationRows", () => {
  it("writes infinity as a symbol", () => {
    const rows = alphaInformationRows([
      { alpha: 0.5, information: 2, beyondTeacher: 1, rounded: 1 },
      { alpha: Infinity, information: 1, beyondTeacher: 0, rounded: 1 },
    ]);
    expect(rows[0]).toEqual({ α: "0.5", "I(y; θ)": 2, "I(y; θ | μ)": 1 });
    expect(rows[1].α).toBe("∞");
  });
});
