import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  compareProblem,
  type ProblemComparison,
  studentLearner,
  teacherLearner,
} from "../../../lib/chapters/dpi/distillationProblem.js";
import {
  NAMED_PROBLEMS,
  postProblem,
  twoPointProblem,
} from "../../../lib/chapters/dpi/namedProblems.js";
import { labelDistribution } from "../../../lib/information/labelDistribution.js";
import { labelInformation } from "../../../lib/information/labelInformation.js";
import { optimaOf } from "../../../lib/information/optima.js";
import { expectStated } from "../../support/claims.js";
import { golden } from "../../support/golden.js";

type Expected = Omit<ProblemComparison, "smallestDifferentGap"> & { mixed: number };
const oracle = golden<{
  named: Expected[];
  demo: (Expected & { ridge: number })[];
  random: { eta: number[]; A: number[][]; B: number[][]; expected: Expected }[];
}>("information");

/** Sums over at most 1024 vectors of converged fits: both sides are good to about 1e-12. */
const DIGITS = 9;

function expectResults(actual: ProblemComparison, { mixed: _, ...expected }: Expected) {
  for (const [key, value] of Object.entries(expected)) {
    expect(actual[key as keyof typeof expected], key).toBeCloseTo(value, DIGITS);
  }
}

describe("compareProblem", () => {
  it.each(oracle.random)(
    "agrees with NumPy's enumeration on random lattice problem %#",
    (problem) => {
      const { eta, A, B, expected } = problem;
      expectResults(
        compareProblem({
          eta,
          teacher: { features: new Matrix(A), l2: 0.5 },
          student: { features: new Matrix(B), l2: 0.5 },
        }),
        expected,
      );
    },
  );

  it.each(oracle.random)("agrees with NumPy on the student at alpha 1, problem %#", (problem) => {
    const { eta, A, B, expected } = problem;
    const labels = labelDistribution(eta);
    const learner = studentLearner(
      {
        eta,
        teacher: { features: new Matrix(A), l2: 0.5 },
        student: { features: new Matrix(B), l2: 0.5 },
      },
      1,
    );
    const { information } = labelInformation(labels, optimaOf(labels, learner));
    expect(information).toBeCloseTo(expected.mixed, DIGITS);
  });

  it.each(NAMED_PROBLEMS.map((named, i) => ({ ...named, expected: oracle.named[i] })))(
    "agrees with NumPy's enumeration on $name",
    ({ problem, expected }) => expectResults(compareProblem(problem), expected),
  );

  it.each(oracle.demo)("agrees with NumPy on the post's own data at ridge $ridge", (expected) => {
    const { ridge, ...numbers } = expected;
    const actual = compareProblem(postProblem(10, ridge));
    // The unclipped loss at a ridge of 1e-6 amplifies rounding: logits reach thousands.
    const { studentLoss, ...rest } = numbers;
    expectResults(actual, { ...rest, studentLoss: actual.studentLoss });
    expect(actual.studentLoss / studentLoss).toBeCloseTo(1, 8);
  });

  it("allows labels that are certain", () => {
    const result = compareProblem(twoPointProblem(1));
    expect(result).toMatchObject({ labelEntropy: 0, teacher: 0, student: 0, distilled: 0 });
    expect(Number.isFinite(result.studentLoss)).toBe(true);
  });

  it("names the label vector that has no optimum: without a penalty, the first one", () => {
    const problem = twoPointProblem(0.5);
    const unpenalised = { ...problem, teacher: { ...problem.teacher, l2: 0 } };
    expect(() => compareProblem(unpenalised)).toThrow(
      /label vector 00: .*no unique finite optimum/,
    );
  });
});

// Claims 8 and 9 of the reference sheet, at the digits it states.
describe("claim 8: in the post's own demo at n = 10 every information is H(y)", () => {
  it.each([1e-6, 1e-4, 1e-2])("is 7.382 bits for all three, at ridge %s", (ridge) => {
    const { teacher, student, distilled, labelEntropy, smallestDifferentGap } = compareProblem(
      postProblem(10, ridge),
    );
    for (const bits of [teacher, student, distilled]) {
      expect(bits).toBeCloseTo(labelEntropy, 12);
      expectStated(8, "demoBits", bits);
    }
    // A million times solver noise: the optima do differ.
    expect(smallestDifferentGap).toBeGreaterThan(1e-6);
  });

  it("claim 8's discrete example: 1.5 bits on labels, 2.0 on the teacher, by hand", () => {
    const { student, distilled } = compareProblem(twoPointProblem(0.5));
    expectStated(8, "hardBits", student);
    expectStated(8, "distilledBits", distilled);
    // Groups of 1/4, 1/2, 1/4; four groups of 1/4.
    expectStated(8, "hardBits", 2 * 0.25 * 2 + 0.5 * 1);
    expectStated(8, "distilledBits", 4 * 0.25 * 2);
  });
});

describe("claim 9: all four combinations of information and loss occur", () => {
  const [even, uneven, sign, blind] = NAMED_PROBLEMS.map(({ problem }) => compareProblem(problem));
  const near = (actual: number, stated: number) =>
    expect(Math.abs(actual - stated)).toBeLessThanOrEqual(5.1e-4);

  it("more and better: I 1.5 to 2.0, loss .721 to .700", () => {
    near(even.student, 1.5);
    near(even.distilled, 2);
    near(even.studentLoss, 0.721);
    near(even.distilledLoss, 0.7);
  });

  it("more and worse: I .758 to .938, loss .523 to .602", () => {
    near(uneven.student, 0.758);
    near(uneven.distilled, 0.938);
    near(uneven.studentLoss, 0.523);
    near(uneven.distilledLoss, 0.602);
  });

  it("less and better: I 3.752 to 2.320, loss .802 to .682", () => {
    for (const found of [sign, oracle.named[2]]) {
      expectStated(9, "hardBits", found.student);
      expectStated(9, "distilledBits", found.distilled);
      expectStated(9, "hardLoss", found.studentLoss);
      expectStated(9, "distilledLoss", found.distilledLoss);
    }
  });

  it("less and worse: a teacher without x leaves the student log 2 and no bits", () => {
    expect(blind.distilled).toBe(0);
    expect(blind.distilledLoss).toBeCloseTo(Math.LN2, 12);
    expect(blind.student).toBeGreaterThan(0.7);
    expect(blind.studentLoss).toBeLessThan(0.53);
  });
});

describe("optima of a penalised logistic regression", () => {
  it.each(NAMED_PROBLEMS)("tell label vectors apart just as X'y does: $name", ({ problem }) => {
    const labels = labelDistribution(problem.eta);
    for (const [learner, { features }] of [
      [teacherLearner(problem), problem.teacher],
      [studentLearner(problem, 0), problem.student],
    ] as const) {
      const sums = optimaOf(labels, (y) =>
        features.transpose().mmul(Matrix.columnVector(y)).to1DArray(),
      );
      const fits = labelInformation(labels, optimaOf(labels, learner));
      expect(fits.information).toBeCloseTo(labelInformation(labels, sums).information, 12);
      expect(fits.largestSameGap).toBeLessThan(1e-13);
    }
  });
});

describe("enumeration", () => {
  it("finds another optimum for each of 4096 label vectors of the post's demo", () => {
    const problem = postProblem(12);
    const labels = labelDistribution(problem.eta);
    const { information, labelEntropy, distinct } = labelInformation(
      labels,
      optimaOf(labels, studentLearner(problem, 0)),
    );
    expect(information).toBeCloseTo(labelEntropy, 12);
    expect(distinct).toBe(4096);
  });
});
