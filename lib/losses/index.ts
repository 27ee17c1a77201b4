export { combinedLoss, combinedLossGradient } from "./combinedLoss.js";
export {
  crossEntropy,
  crossEntropyGradient,
  crossEntropyOfLogits,
  negativeLogLikelihood,
} from "./crossEntropy.js";
export {
  type DistillationOptions,
  distillationGradient,
  distillationTerm,
} from "./distillationTerm.js";
export { klDivergence } from "./kl.js";
export { type LogLossOptions, logLoss, SKLEARN_CLIP } from "./logLoss.js";
export { logSumExp } from "./logSumExp.js";
export { meanLabelLoss, softLabelLoss } from "./mixedLabelLosses.js";
export { lossScale, mixedTarget, teacherShare } from "./mixedTarget.js";
export { populationLoss } from "./populationLoss.js";
export { logSoftmax, softmax, type TemperatureOptions } from "./softmax.js";
export { softmaxRows } from "./softmaxRows.js";
export { sigmoid, softplus } from "./softplus.js";
