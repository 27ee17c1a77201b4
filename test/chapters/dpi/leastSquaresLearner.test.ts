import { describe, expect, it } from "vitest";
import {
  leastSquaresLearner,
  studentLearner,
  teacherLearner,
} from "../../../lib/chapters/dpi/distillationProblem.js";
import { postProblem, twoPointProblem } from "../../../lib/chapters/dpi/namedProblems.js";
import { labelDistribution } from "../../../lib/information/labelDistribution.js";
import { labelInformation } from "../../../lib/information/labelInformation.js";
import { optimaOf } from "../../../lib/information/optima.js";
import { logisticProbabilities } from "../../../lib/models/logisticModel.js";

const problem = postProblem(10);
const labels = labelDistribution(problem.eta);

describe("leastSquaresLearner", () => {
  it("leaves residuals at right angles to every feature of the student: the normal equations", () => {
    const y = Uint8Array.of(1, 0, 1, 1, 0, 0, 1, 0, 1, 0);
    const theta = leastSquaresLearner(problem)(y);
    const mu = Float64Array.from(teacherLearner(problem)(y));
    const logits = Array.from(logisticProbabilities(problem.teacher.features, mu), (p) =>
      Math.log(p / (1 - p)),
    );
    const { features } = problem.student;
    for (let j = 0; j < 4; j++) {
      const product = logits.reduce((sum, logit, i) => {
        const row = features.getRow(i);
        const fitted = row.reduce((total, value, k) => total + value * theta[k], 0);
        return sum + row[j] * (logit - fitted);
      }, 0);
      expect(product).toBeCloseTo(0, 10);
    }
  });

  it("holds all of H(y) in the post's demo, as the student on cross-entropy does: claim 8", () => {
    const { information, labelEntropy } = labelInformation(
      labels,
      optimaOf(labels, leastSquaresLearner(problem)),
    );
    expect(information).toBeCloseTo(labelEntropy, 12);
    expect(Math.abs(information - 7.382)).toBeLessThan(5e-4);
  });

  it("leaves the problem as it was, and is another student than the one on cross-entropy", () => {
    const y = new Uint8Array(10);
    const theta = leastSquaresLearner(problem)(y);
    expect(problem.student.features.columns).toBe(4);
    expect(Array.from(theta)).not.toEqual(Array.from(studentLearner(problem, Infinity)(y)));
  });

  it("passes on what least squares refuses, with the label vector", () => {
    const small = { ...twoPointProblem(0.5), student: postProblem(2).student };
    expect(() => optimaOf(labelDistribution(small.eta), leastSquaresLearner(small))).toThrow(
      /label vector 00: .*more rows/,
    );
  });
});
