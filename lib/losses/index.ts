export { binaryCrossEntropy, lossAtMeanLabel } from "./binaryCrossEntropy.js";
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
export { populationLoss } from "./populationLoss.js";
export { logSoftmax, softmax, softmaxRows, type TemperatureOptions } from "./softmax.js";
export { logit, sigmoid, softplus } from "./softplus.js";
export {
  lossScale,
  meanTargets,
  mixedTarget,
  mixLabels,
  oneHot,
  shuffleWithinLabels,
  smoothLabels,
  smoothTargets,
  teacherShare,
} from "./targets.js";
