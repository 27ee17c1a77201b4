import { describe, expect, it } from "vitest";
import {
  endsOf,
  highest,
  STUDENTS,
  studyLine,
} from "../../../lib/chapters/whatTransfers/studyLines.js";
import { DASHES, PALETTE } from "../../../lib/plotting/palette.js";

const result = {
  "distilled@10": Float64Array.of(1, 3),
  "distilled@20": Float64Array.of(0.5, 0.5),
};

describe("studyLine(result, name, settings, options)", () => {
  it("joins means with bands of two standard errors", () => {
    const line = studyLine(result, "distilled", [10, 20]);
    // Deviation sqrt 2 over sqrt 2 is an error of 1.
    expect(line).toMatchObject({
      label: "distilled",
      role: "distilled",
      x: [10, 20],
      y: [2, 0.5],
      dots: true,
    });
    expect(Array.from(line.halfWidth ?? [])).toEqual([2, 0]);
  });

  it("multiplies mean and band by the factor of the setting", () => {
    const line = studyLine(result, "distilled", [10, 20], { factor: (n) => n });
    expect(line.y).toEqual([20, 10]);
    expect(line.halfWidth).toEqual([20, 0]);
  });

  it("places the settings where it is told", () => {
    expect(studyLine(result, "distilled", [10, 20], { x: [0, 1] }).x).toEqual([0, 1]);
  });
});

describe("STUDENTS", () => {
  it("tells the students apart by label, colour and dash", () => {
    const students = Object.values(STUDENTS);
    for (const feature of [
      students.map(({ label }) => label),
      students.map(({ role }) => PALETTE[role]),
      students.map(({ role }) => DASHES[role]),
    ]) {
      expect(new Set(feature).size).toBe(students.length);
    }
  });
});

describe("endsOf(lines, digits) and highest(lines)", () => {
  const lines = [
    { label: "a", role: "student" as const, x: [1, 2], y: [5, 0.126], halfWidth: [0.5, 6] },
    { label: "b", role: "teacher" as const, x: [1], y: [3], halfWidth: [0] },
  ];

  it("say where the lines begin and end, and how high a band reaches", () => {
    expect(endsOf(lines, 2)).toBe("a: 5.00 to 0.13; b: 3.00 to 3.00");
    expect(highest(lines)).toBe(6.126);
  });
});
