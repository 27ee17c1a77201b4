export { combinedLoss } from "./combinedLoss.js";
export {
  crossEntropy,
  crossEntropyOfLogits,
  klDivergence,
  negativeLogLikelihood,
} from "./crossEntropy.js";
export {
  type DistillationOptions,
  distillationGradient,
  distillationTerm,
} from "./distillationTerm.js";
export {
  binaryCrossEntropy,
  type LogLossOptions,
  logLoss,
  lossAtMeanLabel,
  SKLEARN_CLIP,
} from "./logLoss.js";
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
