export {
  type CounterexamplePath,
  counterexampleFigure,
  counterexamplePath,
} from "./counterexamplePath.js";
export { type OwnCounterexample, ratioOfOwn } from "./exercises.js";
export { fittedCubic, fittedNetwork, fixedPredictor, randomNetwork } from "./fits.js";
export { type FittedIdentity, fittedIdentities, type PredictorRule } from "./fittedIdentity.js";
export { type IdentityRow, identityFigure } from "./identityFigure.js";
export {
  fittedRatios,
  inequalityRatio,
  type RatioSummary,
  randomCubicRatios,
  type ScannedRatio,
  summariseRatios,
} from "./inequalityScan.js";
export { jensenFigure } from "./jensenFigure.js";
export { type LossVariances, lossVariances, type Predictor } from "./lossVariances.js";
export { gridCertificateSlack, noiseThreshold, smallestPossibleRatio } from "./noiseFloor.js";
export { noiseFloorFigure } from "./noiseFloorFigure.js";
export {
  type ObjectiveErrorOptions,
  type ObjectiveErrors,
  type ObjectiveSweep,
  type ObjectiveSweepOptions,
  objectiveErrors,
  objectiveSweep,
} from "./objectiveErrors.js";
export { objectiveSweepFigure } from "./objectiveSweepFigure.js";
export {
  identityError,
  type LabelNoiseRatios,
  type RandomProblemOptions,
  ratiosByLabelNoise,
  type SearchedCell,
  searchCounterexamples,
  type ViolationSearch,
} from "./randomProblems.js";
export { ratioFigure } from "./ratioFigure.js";
export {
  type Agreement,
  compareWithExact,
  type SampledVariances,
  sampledVariances,
} from "./sampledVariances.js";
export { LABELLERS, type LabelledSample, type SoftLabeller } from "./softLabellers.js";
export { lossVariancesFigure, objectiveErrorsFigure } from "./varianceBarsFigure.js";
