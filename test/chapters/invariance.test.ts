import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  compareProblem,
  type DistillationProblem,
  expectedLoss,
  studentLearner,
  teacherLearner,
} from "../../lib/chapters/dpi/distillationProblem.js";
import { randomDesignProblem } from "../../lib/chapters/dpi/randomDesigns.js";
import { entropy } from "../../lib/information/entropy.js";
import { labelDistribution } from "../../lib/information/labelDistribution.js";
import { labelInformation } from "../../lib/information/labelInformation.js";
import { optimaOf } from "../../lib/information/optima.js";
import {
  fitLogisticModel,
  type LogisticModel,
  logisticProbabilities,
} from "../../lib/models/logisticModel.js";
import { seededStream } from "../../lib/random/seededStream.js";

const problems = Array.from({ length: 60 }, (_, i) =>
  randomDesignProblem(seededStream(`invariance/${i}`)),
);

const mapFeatures = (
  { eta, teacher, student }: DistillationProblem,
  change: (features: Matrix) => Matrix,
): DistillationProblem => {
  const changed = (model: LogisticModel) => ({ ...model, features: change(model.features) });
  return { eta, teacher: changed(teacher), student: changed(student) };
};

function expectSame(a: DistillationProblem, b: DistillationProblem) {
  const [left, right] = [compareProblem(a), compareProblem(b)];
  for (const key of ["teacher", "student", "distilled", "studentLoss", "distilledLoss"] as const) {
    expect(right[key], key).toBeCloseTo(left[key], 9);
  }
}

describe("compareProblem over random designs", () => {
  it("does not depend on the order of the examples", () => {
    for (const [i, problem] of problems.entries()) {
      const order = Array.from(seededStream(`order/${i}`).permutation(problem.eta.length));
      const shuffled = mapFeatures(problem, (features) =>
        features.selection(order, [...Array(features.columns).keys()]),
      );
      expectSame(problem, { ...shuffled, eta: order.map((row) => problem.eta[row]) });
    }
  });

  it("does not depend on which label is called 1: without a free constant, logits change sign", () => {
    for (const problem of problems) {
      expectSame(problem, { ...problem, eta: Array.from(problem.eta, (p) => 1 - p) });
    }
  });

  it("does not depend on the sign of the features", () => {
    for (const problem of problems) {
      expectSame(
        problem,
        mapFeatures(problem, (features) => Matrix.mul(features, -1)),
      );
    }
  });

  it("has informations that are those of the sums X'y, for teacher and label-trained student", () => {
    for (const problem of problems) {
      const labels = labelDistribution(problem.eta);
      const ofSums = ({ features }: LogisticModel) =>
        labelInformation(
          labels,
          optimaOf(labels, (y) => features.transpose().mmul(Matrix.columnVector(y)).to1DArray()),
        ).information;
      const { teacher, student } = compareProblem(problem);
      expect(teacher).toBeCloseTo(ofSums(problem.teacher), 10);
      expect(student).toBeCloseTo(ofSums(problem.student), 10);
    }
  });
});

describe("expectedLoss", () => {
  it("is never below the entropy of fresh labels, the loss of the truth", () => {
    for (const problem of problems) {
      const bayes =
        Array.from(problem.eta, (p) => Math.LN2 * entropy([p, 1 - p])).reduce(
          (sum, value) => sum + value,
          0,
        ) / problem.eta.length;
      const { studentLoss, distilledLoss } = compareProblem(problem);
      expect(studentLoss).toBeGreaterThanOrEqual(bayes);
      expect(distilledLoss).toBeGreaterThanOrEqual(bayes);
    }
  });

  it("is log 2 for a learner that always says one half, and the entropy for one that says eta", () => {
    const labels = labelDistribution([0.2, 0.6]);
    const identity = Matrix.eye(2);
    const half = optimaOf(labels, () => [0, 0]);
    expect(expectedLoss(labels, half, identity, [0.2, 0.6])).toBeCloseTo(Math.LN2, 14);
    const truth = optimaOf(labels, () => [0.2, 0.6].map((p) => Math.log(p / (1 - p))));
    const bayes = [0.2, 0.6].map((p) => (Math.LN2 * entropy([p, 1 - p])) / 2);
    expect(expectedLoss(labels, truth, identity, [0.2, 0.6])).toBeCloseTo(bayes[0] + bayes[1], 14);
  });
});

describe("studentLearner", () => {
  const [problem] = problems;

  it("does not look at the teacher at alpha 0", () => {
    const y = new Uint8Array(problem.eta.length).fill(1);
    const blind = { ...problem, teacher: { ...problem.teacher, l2: 1e6 } };
    expect(studentLearner(blind, 0)(y)).toEqual(studentLearner(problem, 0)(y));
    expect(studentLearner(blind, 1)(y)).not.toEqual(studentLearner(problem, 1)(y));
  });

  it("at a finite alpha is not the teacher's optimum of its own class again, but for a ridge on the combined loss", () => {
    const same = { ...problem, student: problem.teacher };
    const y = new Uint8Array(problem.eta.length);
    y[0] = 1;
    const mu = Float64Array.from(teacherLearner(same)(y));
    const teacher = logisticProbabilities(same.teacher.features, mu);
    for (const alpha of [0.3, 10]) {
      const options = { teacher, alpha, penaltyOn: "combined" } as const;
      const theta = fitLogisticModel(same.student, y, options);
      for (const [j, value] of theta.entries()) expect(value).toBeCloseTo(mu[j], 10);
      const shrunk = Array.from(studentLearner(same, alpha)(y));
      expect(Math.hypot(...shrunk)).toBeLessThan(Math.hypot(...mu) - 1e-3);
    }
  });
});
