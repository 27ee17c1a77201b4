export type { BinaryData } from "./data/dataset.js";
export { normalGrid, type Quadrature } from "./data/normalGrid.js";
export { pinwheelData, pinwheelEta, pinwheelTruth } from "./data/pinwheel.js";
export { type PinwheelPopulation, pinwheelPopulation } from "./data/pinwheelPopulation.js";
export { firstExamples, type PlaneData, type PlanePoints, planePoints } from "./data/planeData.js";
export { type PlaneQuadrature, planeGrid } from "./data/planeGrid.js";
export { postData, postEta } from "./data/postData.js";
export { type Split, trainTestSplit } from "./data/trainTestSplit.js";
export { type Exercise, judge, type Verdict } from "./exercises/exercise.js";
export { EXERCISES, findExercise } from "./exercises/registry.js";
export {
  type AlphaGain,
  type AlphaTrials,
  type AlphaTrialsOptions,
  alphaGains,
  alphaTrials,
} from "./experiments/alphaTrials.js";
export {
  type ConstantStudent,
  type ConstantStudentLosses,
  constantStudent,
  constantStudentLosses,
} from "./experiments/constantStudent.js";
export {
  type IdentityCase,
  type IdentityCheck,
  identityCheck,
} from "./experiments/identityCheck.js";
export { type KlGapRow, klGap } from "./experiments/klGap.js";
export { type PairedDifference, pairedDifference } from "./experiments/paired.js";
export { type PenaltyRow, penaltyOfAlpha } from "./experiments/penaltyOfAlpha.js";
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
} from "./experiments/planeClassifier.js";
export { type PlaneFloor, planeFloor } from "./experiments/planeFloor.js";
export {
  type PopulationFloor,
  populationFloor,
  populationLoss,
} from "./experiments/populationFloor.js";
export {
  type Curve,
  type PublishedFigure,
  type PublishedFigureOptions,
  publishedFigure,
} from "./experiments/publishedFigure.js";
export {
  hotLimit,
  type TemperatureGradient,
  temperatureGradients,
} from "./experiments/temperatureGradients.js";
export {
  type FittedModels,
  fitPostModels,
  MODEL_NAMES,
  type ModelName,
  runTrial,
  type SplitLosses,
  type TrialOptions,
  type TrialResult,
} from "./experiments/trial.js";
export { circleFigure } from "./figures/circleFigure.js";
export { CLASSES } from "./figures/classPalette.js";
export { constantStudentFigure } from "./figures/constantStudentFigure.js";
export { dataFigure } from "./figures/dataFigure.js";
export { fittedModelsFigure } from "./figures/fittedModelsFigure.js";
export { type Line, type LineFigureOptions, lineFigure } from "./figures/lineFigure.js";
export { lossCurvesFigure } from "./figures/lossCurvesFigure.js";
export { PALETTE, type Role } from "./figures/palette.js";
export { paletteFigure } from "./figures/paletteFigure.js";
export { type PlaneMap, regionsFigure } from "./figures/regionsFigure.js";
export { type Figure, renderFigure } from "./figures/render.js";
export { temperatureBarsFigure } from "./figures/temperatureBarsFigure.js";
export { temperatureGradientFigure } from "./figures/temperatureGradientFigure.js";
export { combinedLoss, combinedLossGradient } from "./losses/combinedLoss.js";
export {
  crossEntropy,
  crossEntropyGradient,
  crossEntropyOfLogits,
  negativeLogLikelihood,
} from "./losses/crossEntropy.js";
export {
  type DistillationOptions,
  distillationGradient,
  distillationTerm,
} from "./losses/distillationTerm.js";
export { klDivergence } from "./losses/kl.js";
export { type LogLossOptions, logLoss, SKLEARN_CLIP } from "./losses/logLoss.js";
export { logSumExp } from "./losses/logSumExp.js";
export { lossScale, mixedTarget, teacherShare } from "./losses/mixedTarget.js";
export { logSoftmax, softmax, type TemperatureOptions } from "./losses/softmax.js";
export { sigmoid, softplus } from "./losses/softplus.js";
export { polynomialFeatures, sineFeatures } from "./models/features.js";
export { fitLeastSquares } from "./models/leastSquares.js";
export { decisionFunction, type LinearModel } from "./models/linearModel.js";
export { fitLogistic, type LogisticFit, type LogisticOptions } from "./models/logistic.js";
export { oneHot } from "./models/oneHot.js";
export { type BumpOptions, bumpFeatures, planeFeatures } from "./models/planeFeatures.js";
export { classLogits, classProbabilities, type SoftmaxModel } from "./models/softmaxModel.js";
export { fitSoftmax, type SoftmaxFit, type SoftmaxOptions } from "./models/softmaxRegression.js";
export { checkAnswer } from "./notebook/checkAnswer.js";
export { type Progress, progress } from "./notebook/progress.js";
export { imageOf, show } from "./notebook/show.js";
export { markdownTable, type TableOptions, type TableRow, table } from "./notebook/table.js";
export { type PackageVersion, versions } from "./notebook/versions.js";
export { legacyPermutation } from "./random/legacyPermutation.js";
export { numpyRng } from "./random/numpyRng.js";
export type { Rng } from "./random/rng.js";
export { type SeededStream, seededStream } from "./random/seededStream.js";
