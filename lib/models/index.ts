export { polynomialFeatures, sineFeatures } from "./features.js";
export { harmonicFeatures } from "./harmonicFeatures.js";
export { gaussianKernel, kernelRidge, kernelSpectrum, shrinkage } from "./kernelRidge.js";
export { kernelSmoother } from "./kernelSmoother.js";
export { fitLeastSquares } from "./leastSquares.js";
export { decisionFunction, type LinearModel } from "./linearModel.js";
export { fitLogistic, type LogisticFit, type LogisticOptions } from "./logistic.js";
export {
  type DistilledFitOptions,
  fitLogisticModel,
  type LogisticModel,
  lineModel,
  logisticProbabilities,
  type PenaltyOn,
  selfDistillationRounds,
  type TeacherTargets,
} from "./logisticModel.js";
export { initialNetwork, type Network, networkLogits } from "./network.js";
export { type NetworkLossOptions, networkGradient } from "./networkGradient.js";
export { polynomialAt } from "./polynomialAt.js";
export {
  type FittedModels,
  fitPostModels,
  MODEL_NAMES,
  type ModelName,
} from "./postModels.js";
export { type HiddenLayer, randomHiddenLayer } from "./randomHiddenLayer.js";
export { classLogits, classProbabilities, type SoftmaxModel } from "./softmaxModel.js";
export { fitSoftmax, type SoftmaxFit, type SoftmaxOptions } from "./softmaxRegression.js";
export { fitSoftStudent, type SoftStudentOptions } from "./softStudent.js";
export {
  fitTeacher,
  harmonicsTeacher,
  kernelTeacher,
  sineTeacher,
  TEACHER_NAMES,
  TEACHERS,
  type Teacher,
  type TeacherFit,
  type TeacherName,
} from "./teachers.js";
export { type TrainingOptions, trainNetwork } from "./trainNetwork.js";
