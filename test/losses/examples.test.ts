import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import * as lib from "../../lib/index.js";

// The examples that the docstrings of 00-setup's functions promise, digit for digit.
const example = (name: string) => lib.pinwheelData(lib.seededStream("example"), Number(name));
const model = {
  weights: [Float64Array.of(2), Float64Array.of(0)],
  intercepts: new Float64Array(2),
};

describe("the examples in the docstrings", () => {
  it.each<[string, () => unknown, unknown]>([
    ["logSumExp", () => lib.logSumExp([1e4, 1e4]), 10000.69314718056],
    ["logSoftmax", () => [...lib.logSoftmax([0, 0])], [-Math.LN2, -Math.LN2]],
    [
      "softmax",
      () => [...lib.softmax([Math.log(4), 0], { temperature: 2 })],
      [0.6666666666666666, 0.3333333333333333],
    ],
    ["crossEntropy", () => lib.crossEntropy([1, 0], [0.5, 0.5]), Math.LN2],
    ["crossEntropyOfLogits", () => lib.crossEntropyOfLogits([0, 1], [1e4, -1e4]), 20000],
    ["crossEntropyGradient", () => [...lib.crossEntropyGradient([1, 0], [0, 0])], [-0.5, 0.5]],
    ["negativeLogLikelihood", () => lib.negativeLogLikelihood(0, [0, 0]), Math.LN2],
    ["klDivergence", () => lib.klDivergence([1, 0], [0.5, 0.5]), Math.LN2],
    ["mixedTarget", () => [...lib.mixedTarget(0, [0.5, 0.5], 1)], [0.75, 0.25]],
    ["teacherShare", () => lib.teacherShare(3), 0.75],
    ["lossScale", () => lib.lossScale(4), 5],
    ["combinedLoss", () => lib.combinedLoss(0, [0.5, 0.5], [0, 0], 1), 1.3862943611198906],
    [
      "combinedLossGradient",
      () => [...lib.combinedLossGradient(0, [0.5, 0.5], [0, 0], 1)],
      [-0.5, 0.5],
    ],
    [
      "distillationTerm",
      () => lib.distillationTerm([0, 0], [0, 0], { temperature: 2 }),
      2.772588722239781,
    ],
    [
      "distillationGradient",
      () => [...lib.distillationGradient([Math.log(3), 0], [0, 0])],
      [-0.2499999999999999, 0.25],
    ],
    ["oneHot", () => lib.oneHot([1], 3).map((row) => [...row]), [[0, 1, 0]]],
    ["classLogits", () => [...lib.classLogits(model, new Matrix([[3]]))[0]], [6, 0]],
    [
      "classProbabilities",
      () => [...lib.classProbabilities(model, new Matrix([[0]]))[0]],
      [0.5, 0.5],
    ],
    ["planeFeatures", () => lib.planeFeatures(lib.planePoints([1, 2])).to2DArray(), [[1, 2]]],
    ["bumpFeatures", () => lib.bumpFeatures(lib.planePoints([0, 0])).get(0, 12), 1],
    ["pinwheelData", () => [...example("2").y], [1, 0]],
    ["firstExamples", () => lib.firstExamples(example("9"), 3).y.length, 3],
    ["planePoints", () => [...lib.planePoints([0, 1], [2, 3]).x1], [0, 2]],
    ["fitPlaneTeacher", () => lib.fitPlaneTeacher(example("50")).model.weights[0].length, 25],
    ["planeFloor", () => lib.planeFloor().bayes.toFixed(6).slice(0, 6), "0.4338"],
    ["klGap", () => lib.klGap([0.5, 0.5], { even: [0.5, 0.5] })[0].difference, Math.LN2],
    [
      "temperatureGradients",
      () => lib.temperatureGradients([[Math.log(3), 0]], [[0, 0]], [1])[0].plain,
      0.3535533905932737,
    ],
    ["hotLimit", () => lib.hotLimit([[2, 0]], [[0, 0]]), Math.SQRT1_2],
    [
      "identityCheck",
      () => lib.identityCheck(lib.seededStream("example"), 10).largestError < 1e-12,
      true,
    ],
  ])("%s", (_, call, value) => {
    expect(call()).toEqual(value);
  });
});
