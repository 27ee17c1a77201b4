export { circleFigure } from "./circleFigure.js";
export {
  type ConstantStudent,
  constantStudent,
  constantStudentFigure,
} from "./constantStudentFigure.js";
export { descentFigure } from "./descentFigure.js";
export {
  type PinwheelPopulation,
  type PlaneQuadrature,
  pinwheelData,
  pinwheelPopulation,
  pinwheelTruth,
} from "./pinwheel.js";
export {
  type AlphaGain,
  type AlphaTrials,
  type AlphaTrialsOptions,
  alphaGains,
  pinwheelAlphaTrials,
} from "./pinwheelAlphaTrials.js";
export {
  bumpFeatures,
  distilStudent,
  fitPlaneTeacher,
  type PlaneClassifier,
  type PlaneFitOptions,
  planeClassifier,
  planeFeatures,
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
export { type PlaneMap, regionsFigure } from "./regionsFigure.js";
export { temperatureBarsFigure } from "./temperatureBarsFigure.js";
export {
  type TemperatureGradient,
  temperatureGradientFigure,
  temperatureGradients,
} from "./temperatureGradientFigure.js";
