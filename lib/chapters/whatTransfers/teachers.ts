import { type BinaryData, checkBinaryData } from "../../data/dataset.js";
import { postEta } from "../../data/postData.js";
import { sigmoid } from "../../losses/softplus.js";
import { sineFeatures } from "../../models/features.js";
import { harmonicFeatures } from "../../models/harmonicFeatures.js";
import { kernelSmoother } from "../../models/kernelSmoother.js";
import { decisionFunction } from "../../models/linearModel.js";
import { fitLogistic } from "../../models/logistic.js";
import { checkNumber } from "../../validate/checks.js";

/**
 * Teachers from the worst to the best: a Gaussian kernel smoother of bandwidth 0.5; a logistic regression on sin kx and
 * cos kx for k = 1 to 6 with ridge 0.01, which overfits; the post's, on sin x with ridge 1; and the true probabilities.
 */
export const TEACHER_NAMES = ["smoother", "harmonics", "sine", "bayes"] as const;
export type TeacherName = (typeof TEACHER_NAMES)[number];

const BANDWIDTH = 0.5;
const HARMONICS = 6;

/**
 * Fits a teacher.
 *
 * @returns a function from inputs to the teacher's probabilities of label 1
 * @throws RangeError where the data hold one class only
 * @example fitTeacher("bayes", data)([Math.PI / 2]) // Float64Array [ 0.9 ]
 */
export function fitTeacher(
  name: TeacherName,
  data: BinaryData,
): (x: ArrayLike<number>) => Float64Array {
  checkBinaryData("data", data);
  switch (name) {
    case "smoother":
      return (x) => kernelSmoother(data.x, data.y, x, BANDWIDTH);
    case "harmonics": {
      const model = fitLogistic(harmonicFeatures(data.x, HARMONICS), data.y, { l2: 0.01 });
      return (x) => decisionFunction(model, harmonicFeatures(x, HARMONICS)).map(sigmoid);
    }
    case "sine": {
      const model = fitLogistic(sineFeatures(data.x), data.y, { l2: 1 });
      return (x) => decisionFunction(model, sineFeatures(x)).map(sigmoid);
    }
    case "bayes":
      return (x) => Float64Array.from(x, postEta);
    default:
      throw new RangeError(`name must be one of ${TEACHER_NAMES.join(", ")}, got ${name}`);
  }
}

/** Log-odds of probabilities strictly between 0 and 1. */
export const logit = (p: number): number => {
  checkNumber("p", p, Number.MIN_VALUE, 1 - Number.EPSILON / 2);
  return Math.log(p / (1 - p));
};
