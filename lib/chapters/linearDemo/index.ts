export { type AttainableLosses, attainableLosses } from "./attainableLosses.js";
export { attainableLossFigure } from "./attainableLossFigure.js";
export { clipFigure } from "./clipFigure.js";
export { dataFigure } from "./dataFigure.js";
export { distillationGain } from "./distillationGain.js";
export { fittedModelsFigure } from "./fittedModelsFigure.js";
export { gainFigure } from "./gainFigure.js";
export { lossCurvesFigure } from "./lossCurvesFigure.js";
export {
  runTrial,
  type SplitLosses,
  type TrialOptions,
  type TrialResult,
} from "./postExperiment.js";
export {
  type Curve,
  type PublishedFigure,
  type PublishedFigureOptions,
  publishedFigure,
} from "./publishedFigure.js";
export {
  CONVERGED_REFERENCE,
  type ReferenceCurves,
  SCIKIT_LEARN_REFERENCE,
} from "./publishedReference.js";
export { referenceDifference } from "./referenceDifference.js";
