import type { BinaryData } from "../../data/dataset.js";
import { logit } from "../../losses/softplus.js";
import { fitLeastSquares } from "../../models/leastSquares.js";
import { fitLogistic } from "../../models/logistic.js";
import { fitTeacher } from "../../models/teachers.js";
import type { Design } from "./designs.js";
import { studentFeatures, studentRisk } from "./studentRisk.js";

/** A training set with its teacher's probabilities, and what students of it lose. */
export function trainingSet(design: Design, data: BinaryData) {
  const features = studentFeatures(design, data.x);
  const { lossOf, best } = studentRisk(design);
  const taught = fitTeacher("sine", data)(data.x);
  return {
    ...data,
    features,
    taught,
    lossOf,
    best,
    lossOn: (softTargets: ArrayLike<number>) =>
      lossOf(fitLogistic(features, softTargets, { l2: design.studentL2 })),
    matchLogits: () => fitLeastSquares(features, taught.map(logit)),
  };
}

/** The population log-loss of a student on these inputs and targets, in nats. */
export const studentLoss = (design: Design, x: Float64Array, softTargets: ArrayLike<number>) =>
  studentRisk(design).lossOf(
    fitLogistic(studentFeatures(design, x), softTargets, { l2: design.studentL2 }),
  );
