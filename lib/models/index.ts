export { polynomialFeatures, sineFeatures } from "./features.js";
export { gaussianKernel, kernelRidge, kernelSpectrum, shrinkage } from "./kernelRidge.js";
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
export {
  type FittedModels,
  fitPostModels,
  MODEL_NAMES,
  type ModelName,
} from "./postModels.js";
export type { SoftmaxModel } from "./softmaxModel.js";
export { fitSoftmax, type SoftmaxFit, type SoftmaxOptions } from "./softmaxRegression.js";
export { fitSoftStudent, type SoftStudentOptions } from "./softStudent.js";
export { fitTeacher, type Teacher, type TeacherFit, type TeacherName } from "./teachers.js";
export { type TrainingOptions, trainNetwork } from "./trainNetwork.js";
