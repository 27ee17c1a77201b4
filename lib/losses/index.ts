export { binaryCrossEntropy, lossAtMeanLabel } from "./binaryCrossEntropy.js";
export { combinedLoss } from "./combinedLoss.js";
export { crossEntropy, crossEntropyOfLogits, negativeLogLikelihood } from "./crossEntropy.js";
export {
  type DistillationOptions,
  distillationGradient,
  distillationTerm,
} from "./distillationTerm.js";
export { klDivergence } from "./kl.js";
export { type LogLossOptions, logLoss, SKLEARN_CLIP } from "./logLoss.js";
export { softmax, type TemperatureOptions } from "./softmax.js";
export { logit, sigmoid, softplus } from "./softplus.js";
export {
  lossScale,
  mixedTarget,
  mixLabels,
  oneHot,
  smoothLabels,
  smoothTargets,
  teacherShare,
} from "./targets.js";
