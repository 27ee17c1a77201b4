import { describe, expect, it } from "vitest";
import {
  blindTeacherProblem,
  NAMED_PROBLEMS,
  postProblem,
  signTeacherProblem,
  twoPointProblem,
} from "../../../lib/chapters/dpi/namedProblems.js";
import { postEta } from "../../../lib/data/postData.js";

describe("postProblem", () => {
  it("has the post's first training inputs, those of scikit-learn's split", () => {
    const { eta, teacher, student } = postProblem(10);
    const x = student.features.getColumn(1).map((u) => u * 10);
    // NumPy's default_rng(1234) and train_test_split(random_state=42), n = 10.
    const expected = [0.17951373818364735, 16.453799149765743, -11.247847640681526];
    for (const [i, value] of expected.entries()) expect(x[i]).toBeCloseTo(value, 12);
    expect(eta.length).toBe(10);
    for (const [i, value] of x.entries()) {
      expect(eta[i]).toBeCloseTo(postEta(value), 12);
      expect(teacher.features.get(i, 1)).toBeCloseTo(Math.sin(value), 12);
      expect(student.features.get(i, 3)).toBeCloseTo((value / 10) ** 3, 10);
      expect(student.features.get(i, 0)).toBe(1);
    }
  });

  it("penalises the sine by 1 and everything else by the ridge", () => {
    const { teacher, student } = postProblem(10, 0.01);
    expect(teacher.l2).toEqual([0.01, 1]);
    expect(student.l2).toBe(0.01);
  });
});

describe("the named problems", () => {
  it("are one for each combination, in the order of their letters", () => {
    expect(NAMED_PROBLEMS.map(({ name }) => name)).toEqual([
      "two points, η = .5",
      "two points, η = .9",
      "sign teacher",
      "blind teacher",
    ]);
  });

  it("have eta .9 where the sine is positive and .1 elsewhere, for the sign teacher", () => {
    const { eta, teacher } = signTeacherProblem();
    for (const [i, p] of Array.from(eta).entries()) {
      expect(p).toBeCloseTo(teacher.features.get(i, 1) > 0 ? 0.9 : 0.1, 14);
    }
  });

  it("have claim 8's set-up: the sign teacher's eight inputs, the blind teacher's two", () => {
    const { student } = signTeacherProblem();
    const claimed = [-7, -5, -3.3, -1.4, 1.7, 4.1, 6.3, 9.5];
    claimed.forEach((x, i) => {
      const powers = [1, x / 10, (x / 10) ** 2, (x / 10) ** 3];
      expect(student.features.getRow(i)).toEqual(powers.map((power) => expect.closeTo(power, 14)));
    });
    expect(student.l2).toBe(0.01);
    const blind = blindTeacherProblem();
    expect(blind.eta).toEqual([0.1, 0.9]);
    expect(blind.student.features.to2DArray()).toEqual([[-1], [1]]);
    expect([blind.teacher.l2, blind.student.l2]).toEqual([1, 1]);
  });

  it("give the blind teacher one constant and the two-point student one constant", () => {
    expect(blindTeacherProblem().teacher.features.to2DArray()).toEqual([[1], [1]]);
    expect(twoPointProblem(0.5).student.features.to2DArray()).toEqual([[1], [1]]);
  });
});
