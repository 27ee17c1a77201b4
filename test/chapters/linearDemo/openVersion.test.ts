import { mean } from "d3-array";
import { describe, expect, it } from "vitest";
import { runTrial } from "../../../lib/chapters/linearDemo/postExperiment.js";
import { CONVERGED_REFERENCE } from "../../../lib/chapters/linearDemo/publishedReference.js";
import type { BinaryData } from "../../../lib/data/dataset.js";
import { postData } from "../../../lib/data/postData.js";
import { trainTestSplit } from "../../../lib/data/trainTestSplit.js";
import { logLoss, SKLEARN_CLIP } from "../../../lib/losses/logLoss.js";
import { polynomialFeatures, sineFeatures } from "../../../lib/models/features.js";
import { fitLeastSquares } from "../../../lib/models/leastSquares.js";
import { decisionFunction, type LinearModel } from "../../../lib/models/linearModel.js";
import { fitLogistic } from "../../../lib/models/logistic.js";
import { fitPostModels } from "../../../lib/models/postModels.js";
import { numpyRng } from "../../../lib/random/numpyRng.js";

// The cells of 03-linear-demo that show the post's experiment with building blocks.
function fitThree({ x, y }: BinaryData) {
  const cubic = polynomialFeatures(x, 3);
  const sine = sineFeatures(x);
  const student = fitLogistic(cubic, y, { l2: 1 });
  const teacher = fitLogistic(sine, y, { l2: 1 });
  const distilled = fitLeastSquares(cubic, decisionFunction(teacher, sine));
  return { student, teacher, distilled };
}
const rowsOf = ({ x, y }: BinaryData, rows: Int32Array) => ({
  x: Float64Array.from(rows, (row) => x[row]),
  y: Uint8Array.from(rows, (row) => y[row]),
});
function trialInTheOpen(data: BinaryData, n: number) {
  const { train, test } = trainTestSplit(data.x.length, n, 42);
  const models = fitThree(rowsOf(data, train));
  const { x, y } = rowsOf(data, test);
  const loss = (model: LinearModel, features: ReturnType<typeof sineFeatures>) =>
    logLoss(y, decisionFunction(model, features), { clip: SKLEARN_CLIP });
  const cubic = polynomialFeatures(x, 3);
  return {
    student: loss(models.student, cubic),
    teacher: loss(models.teacher, sineFeatures(x)),
    distilled: loss(models.distilled, cubic),
  };
}

describe("the experiment in the open", () => {
  it("fits the models that fitPostModels fits", () => {
    const data = postData(numpyRng(7), 20);
    expect(fitThree(data)).toEqual(fitPostModels(data));
  });

  it("gives runTrial's losses but for rounding", () => {
    const data = postData(numpyRng(1234), 10000);
    const trial = runTrial(data, { trainingExamples: 10 });
    for (const [name, loss] of Object.entries(trialInTheOpen(data, 10)))
      expect(loss).toBeCloseTo(trial[name as keyof typeof trial].test, 12);
  });

  it("gives Python's converged means at n = 10 over the post's 15 data sets", () => {
    const rng = numpyRng(1234);
    const trials = Array.from({ length: 15 }, () => trialInTheOpen(postData(rng, 10000), 10));
    for (const name of ["student", "teacher", "distilled"] as const)
      expect(mean(trials, (trial) => trial[name])).toBeCloseTo(
        CONVERGED_REFERENCE[name].test[0],
        5,
      );
  });
});
