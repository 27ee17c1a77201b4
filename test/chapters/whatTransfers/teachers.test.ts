import { describe, expect, it } from "vitest";
import { drawDesign, NARROW_DESIGN } from "../../../lib/chapters/whatTransfers/designs.js";
import { fitTeacher, logit, TEACHER_NAMES } from "../../../lib/chapters/whatTransfers/teachers.js";
import { postEta } from "../../../lib/data/postData.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const { data } = drawDesign(NARROW_DESIGN, seededStream("test/teachers"), 40);
const elsewhere = [-9, -1, 0.2, 7];

describe("fitTeacher(name, data)", () => {
  it.each(TEACHER_NAMES)("gives a probability everywhere, %s", (name) => {
    const probabilities = fitTeacher(name, data)(elsewhere);
    expect(probabilities).toHaveLength(4);
    for (const p of probabilities) expect(p >= 0 && p <= 1).toBe(true);
  });

  it("has the truth as bayes", () => {
    expect([...fitTeacher("bayes", data)(elsewhere)]).toEqual(elsewhere.map(postEta));
  });

  it("has period 2 pi for sine and harmonics, and symmetric log-odds about the intercept for sine", () => {
    for (const name of ["sine", "harmonics"] as const) {
      const [here, there] = fitTeacher(name, data)([0.7, 0.7 + 2 * Math.PI]);
      expect(there).toBeCloseTo(here, 12);
    }
    const [middle, up, down] = fitTeacher("sine", data)([0, 1, -1]).map(logit);
    expect(up - middle).toBeCloseTo(middle - down, 10);
  });

  it("matches the mean label at its inputs, where the intercept is free", () => {
    const mean = (values: ArrayLike<number>) => Array.from(values).reduce((s, v) => s + v, 0) / 40;
    for (const name of ["sine", "harmonics"] as const) {
      expect(mean(fitTeacher(name, data)(data.x))).toBeCloseTo(mean(data.y), 10);
    }
  });

  it("comes closer to the truth from smoother and harmonics to sine", () => {
    const { data: large } = drawDesign(NARROW_DESIGN, seededStream("test/large"), 400);
    const error = (name: (typeof TEACHER_NAMES)[number]) =>
      fitTeacher(name, large)(large.x).reduce((s, p, i) => s + (p - postEta(large.x[i])) ** 2, 0);
    expect(error("sine")).toBeLessThan(error("harmonics"));
    expect(error("sine")).toBeLessThan(error("smoother"));
  });

  it("refuses a name that is not a teacher's", () => {
    expect(() => fitTeacher("oracle" as never, data)).toThrow(/name must be one of.*oracle/);
  });
});
