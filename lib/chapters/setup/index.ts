export { circleFigure } from "./circleFigure.js";
export { type ConstantStudent, constantStudent } from "./constantStudent.js";
export { constantStudentFigure } from "./constantStudentFigure.js";
export { descentFigure } from "./descentFigure.js";
export { pinwheelData, pinwheelTruth } from "./pinwheel.js";
export {
  type AlphaGain,
  type AlphaTrials,
  type AlphaTrialsOptions,
  alphaGains,
  alphaTrials,
} from "./pinwheelAlphaTrials.js";
export {
  type PinwheelPopulation,
  type PlaneQuadrature,
  pinwheelPopulation,
} from "./pinwheelPopulation.js";
export {
  distilStudent,
  fitPlaneTeacher,
  type PlaneClassifier,
  type PlaneFitOptions,
  planeClassifier,
  planeLoss,
} from "./planeClassifier.js";
export {
  firstExamples,
  joinExamples,
  type PlaneData,
  type PlaneModel,
  type PlanePoints,
  planePoints,
} from "./planeData.js";
export { bumpFeatures, planeFeatures } from "./planeFeatures.js";
export { type PlaneMap, regionsFigure } from "./regionsFigure.js";
export { temperatureBarsFigure } from "./temperatureBarsFigure.js";
export { temperatureGradientFigure } from "./temperatureGradientFigure.js";
export { type TemperatureGradient, temperatureGradients } from "./temperatureGradients.js";
