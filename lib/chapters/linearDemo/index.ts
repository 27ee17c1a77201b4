export {
  type AttainableLosses,
  attainableLosses,
  attainableLossFigure,
} from "./attainableLossFigure.js";
export { dataFigure } from "./dataFigure.js";
export { fittedModelsFigure } from "./fittedModelsFigure.js";
export { distillationGain, gainFigure } from "./gainFigure.js";
export { clipFigure, lossCurvesFigure } from "./lossFigures.js";
export {
  runPostTrial,
  type SplitLosses,
  type TrialOptions,
  type TrialResult,
} from "./postExperiment.js";
export {
  type Curve,
  type PublishedFigure,
  type PublishedFigureOptions,
  publishedFigure,
  referenceDifference,
} from "./publishedFigure.js";
export {
  CONVERGED_REFERENCE,
  type ReferenceCurves,
  SCIKIT_LEARN_REFERENCE,
} from "./publishedReference.js";
