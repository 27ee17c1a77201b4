export { circleFigure } from "./circleFigure.js";
export {
  type ConstantStudent,
  type ConstantStudentLosses,
  constantStudent,
  constantStudentLosses,
} from "./constantStudent.js";
export { constantStudentFigure } from "./constantStudentFigure.js";
export {
  type IdentityCase,
  type IdentityCheck,
  identityCheck,
} from "./identityCheck.js";
export { type KlGapRow, klGap } from "./klGap.js";
export { type PenaltyRow, penaltyOfAlpha } from "./penaltyOfAlpha.js";
export { pinwheelData, pinwheelEta, pinwheelTruth } from "./pinwheel.js";
export {
  type AlphaGain,
  type AlphaTrials,
  type AlphaTrialsOptions,
  alphaGains,
  alphaTrials,
} from "./pinwheelAlphaTrials.js";
export { type PinwheelPopulation, pinwheelPopulation } from "./pinwheelPopulation.js";
export {
  type DistilOptions,
  distilStudent,
  fitPlaneStudent,
  fitPlaneTeacher,
  type PlaneClassifier,
  type PlaneFitOptions,
  type ProbabilityRow,
  planeLoss,
  probabilityRows,
} from "./planeClassifier.js";
export { firstExamples, type PlaneData, type PlanePoints, planePoints } from "./planeData.js";
export { type BumpOptions, bumpFeatures, planeFeatures } from "./planeFeatures.js";
export { type PlaneFloor, planeFloor } from "./planeFloor.js";
export { type PlaneQuadrature, planeGrid } from "./planeGrid.js";
export { type PlaneMap, regionsFigure } from "./regionsFigure.js";
export { temperatureBarsFigure } from "./temperatureBarsFigure.js";
export { temperatureGradientFigure } from "./temperatureGradientFigure.js";
export {
  hotLimit,
  type TemperatureGradient,
  temperatureGradients,
} from "./temperatureGradients.js";
