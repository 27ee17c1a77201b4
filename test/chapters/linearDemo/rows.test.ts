import { describe, expect, it } from "vitest";
import {
  aboveRows,
  clipRows,
  gainRows,
  referenceRows,
  trialRows,
} from "../../../lib/chapters/linearDemo/rows.js";
import { madeUpFigure } from "../../support/published.js";

describe("the tables of 03-linear-demo", () => {
  it("trialRows(result): a row a model", () => {
    const losses = (train: number, test: number) => ({ train, test });
    const result = { student: losses(1, 2), teacher: losses(3, 4), distilled: losses(5, 6) };
    expect(trialRows(result)).toEqual([
      { model: "student", "train loss": 1, "test loss": 2 },
      { model: "teacher", "train loss": 3, "test loss": 4 },
      { model: "distilled", "train loss": 5, "test loss": 6 },
    ]);
  });

  it("referenceRows(result, reference): our test losses beside Python's, in that order", () => {
    const reference = {
      student: { train: [0, 0], test: [31, 32] },
      teacher: { train: [0, 0], test: [33, 34] },
      distilled: { train: [0, 0], test: [35, 36] },
    };
    const rows = referenceRows(madeUpFigure(), reference);
    expect(rows).toHaveLength(2);
    expect(Object.entries(rows[1])).toEqual([
      ["n", 20],
      ["student", 0.75],
      ["student, Python", 32],
      ["teacher", 0.5],
      ["teacher, Python", 34],
      ["distilled", 0.75],
      ["distilled, Python", 36],
    ]);
  });

  it("gainRows(result, split): mean, standard error and count", () => {
    expect(gainRows(madeUpFigure(), "test")).toEqual([
      { n: 10, gain: 2, "standard error": 1, "distilled better in": "2 of 2" },
      { n: 20, gain: 0, "standard error": 0.5, "distilled better in": "1 of 2" },
    ]);
    expect(gainRows(madeUpFigure(), "train")[0]).toEqual({
      n: 10,
      gain: -0.25,
      "standard error": 0,
      "distilled better in": "0 of 2",
    });
  });

  it("clipRows(clipped, unclipped): test losses at the smallest size", () => {
    expect(clipRows(madeUpFigure(), madeUpFigure(2))).toEqual([
      { model: "student", n: 10, "with the clip": 3, "without it": 6 },
      { model: "teacher", n: 10, "with the clip": 0.75, "without it": 1.5 },
      { model: "distilled", n: 10, "with the clip": 1, "without it": 2 },
    ]);
  });

  it("aboveRows(result, level): counts test losses strictly above the level", () => {
    expect(aboveRows(madeUpFigure(), 0.5)).toEqual([
      { n: 10, "student above": "2 of 2", "distilled above": "2 of 2" },
      { n: 20, "student above": "1 of 2", "distilled above": "1 of 2" },
    ]);
    expect(aboveRows(madeUpFigure(), 2)[0]).toEqual({
      n: 10,
      "student above": "1 of 2",
      "distilled above": "0 of 2",
    });
  });
});
