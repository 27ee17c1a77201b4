export type { BinaryData } from "./data/dataset.js";
export { type Design, drawDesign, NARROW_DESIGN, POST_DESIGN } from "./data/designs.js";
export { normalGrid, type Quadrature } from "./data/normalGrid.js";
export { pinwheelData, pinwheelEta, pinwheelTruth } from "./data/pinwheel.js";
export { type PinwheelPopulation, pinwheelPopulation } from "./data/pinwheelPopulation.js";
export { firstExamples, type PlaneData, type PlanePoints, planePoints } from "./data/planeData.js";
export { type PlaneQuadrature, planeGrid } from "./data/planeGrid.js";
export { finitePopulation, normalPopulation, type Population } from "./data/population.js";
export { postData, postEta } from "./data/postData.js";
export {
  CONVERGED_REFERENCE,
  type ReferenceCurves,
  SCIKIT_LEARN_REFERENCE,
} from "./data/publishedReference.js";
export { type Split, trainTestSplit } from "./data/trainTestSplit.js";
export { type Exercise, judge, type Verdict } from "./exercises/exercise.js";
export { EXERCISES, findExercise } from "./exercises/registry.js";
export { type OwnCounterexample, ratioOfOwn } from "./exercises/varianceReduction.js";
export {
  type AlphaGain,
  type AlphaTrials,
  type AlphaTrialsOptions,
  alphaGains,
  alphaTrials,
} from "./experiments/alphaTrials.js";
export {
  type ChainInformation,
  conditioning,
  twoDesignProblems,
} from "./experiments/conditioning.js";
export {
  type ConstantStudent,
  type ConstantStudentLosses,
  constantStudent,
  constantStudentLosses,
} from "./experiments/constantStudent.js";
export {
  type CounterexamplePath,
  counterexamplePath,
  crossingLogit,
  sureAndCoin,
} from "./experiments/counterexamplePath.js";
export { distillationGain } from "./experiments/distillationGain.js";
export {
  compareProblem,
  type DistillationProblem,
  expectedLoss,
  type ProblemComparison,
  studentLearner,
  teacherLearner,
} from "./experiments/distillationProblem.js";
export {
  type Estimate,
  meanEstimate,
  plusMinus,
  varianceDifference,
  varianceEstimate,
} from "./experiments/estimate.js";
export { fittedCubic, fittedNetwork, fixed, randomNetwork } from "./experiments/fits.js";
export {
  type Fit,
  type FittedIdentity,
  fittedIdentities,
  fittedIdentity,
} from "./experiments/fittedIdentity.js";
export {
  type IdentityCase,
  type IdentityCheck,
  identityCheck,
} from "./experiments/identityCheck.js";
export {
  fittedRatios,
  inequalityRatio,
  type RatioSummary,
  randomCubicRatios,
  type ScannedRatio,
  summariseRatios,
} from "./experiments/inequalityScan.js";
export { type AlphaInformation, informationByAlpha } from "./experiments/informationByAlpha.js";
export { type KlGapRow, klGap } from "./experiments/klGap.js";
export { leastSquaresLearner } from "./experiments/leastSquaresLearner.js";
export { type LimitConstant, limitConstants } from "./experiments/limitConstants.js";
export {
  aboveRows,
  clipRows,
  gainRows,
  referenceRows,
  trialRows,
} from "./experiments/linearDemoRows.js";
export { type LossVariances, lossVariances, type Predictor } from "./experiments/lossVariances.js";
export { type MeanError, meanError, varianceError } from "./experiments/meanError.js";
export {
  blindTeacherProblem,
  NAMED_PROBLEMS,
  type NamedProblem,
  postProblem,
  signTeacherProblem,
  twoPointProblem,
} from "./experiments/namedProblems.js";
export {
  certificateSlack,
  noiseThreshold,
  smallestPossibleRatio,
  worstProblem,
} from "./experiments/noiseFloor.js";
export {
  type ObjectiveErrorOptions,
  type ObjectiveErrors,
  objectiveErrors,
} from "./experiments/objectiveErrors.js";
export {
  type ObjectiveSweep,
  type ObjectiveSweepOptions,
  objectiveSweep,
} from "./experiments/objectiveSweep.js";
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
  alphaInformationRows,
  comparisonRow,
  informationRow,
  labelRows,
} from "./experiments/problemRows.js";
export {
  type Curve,
  type PublishedFigure,
  type PublishedFigureOptions,
  publishedFigure,
} from "./experiments/publishedFigure.js";
export {
  countQuadrants,
  type DesignResult,
  type QuadrantCounts,
  randomDesignProblem,
  randomDesigns,
} from "./experiments/randomDesigns.js";
export {
  identityError,
  type Problem,
  type RandomProblemOptions,
  randomProblem,
  searchViolations,
  type ViolationSearch,
} from "./experiments/randomProblems.js";
export { referenceDifference } from "./experiments/referenceDifference.js";
export type { Row } from "./experiments/row.js";
export {
  type Agreement,
  compareWithExact,
  type SampledVariances,
  sampledVariances,
} from "./experiments/sampledVariances.js";
export {
  type JitterPoint,
  jitteredProblem,
  type ResolutionCurve,
  saturationByInput,
  saturationByJitter,
} from "./experiments/saturation.js";
export {
  type FloorRatios,
  floorRatios,
  type SearchedCell,
  searchGrid,
} from "./experiments/searches.js";
export {
  informationOverRounds,
  type RoundInformation,
  SLOPE_INPUTS,
  SLOPE_LABELS,
  selfDistillationRounds,
  singleFits,
  slopeClass,
} from "./experiments/selfDistillation.js";
export { slopeRows } from "./experiments/slopeRows.js";
export {
  bayesLabels,
  hardLabels,
  harmonicsTeacher,
  kernelTeacher,
  LABELLERS,
  type LabelledSample,
  type SoftLabeller,
  sineTeacher,
} from "./experiments/softLabellers.js";
export { type StudentRisk, studentFeatures, studentRisk } from "./experiments/studentRisk.js";
export { runStudy, type Study, type StudyOptions } from "./experiments/study.js";
export { column } from "./experiments/studyColumn.js";
export { fitTeacher, logit, TEACHER_NAMES, type TeacherName } from "./experiments/teachers.js";
export {
  hotLimit,
  type TemperatureGradient,
  temperatureGradients,
} from "./experiments/temperatureGradients.js";
export {
  alphaStudy,
  limitStudy,
  softeningStudy,
  teacherStudy,
  temperatureStudy,
  unlabelledStudy,
} from "./experiments/transferStudies.js";
export {
  alphaRows,
  limitRows,
  softeningRows,
  teacherRows,
  temperatureRows,
} from "./experiments/transferTables.js";
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
export { StudyError, type StudyResult, type TrialFunction } from "./experiments/trialLoop.js";
export {
  type DesignStudies,
  type Gain,
  whatHelps,
  whatHelpsRows,
} from "./experiments/whatHelps.js";
export { alphaFigure } from "./figures/alphaFigure.js";
export { alphaInformationFigure } from "./figures/alphaInformationFigure.js";
export { circleFigure } from "./figures/circleFigure.js";
export { CLASSES } from "./figures/classPalette.js";
export { clipFigure } from "./figures/clipFigure.js";
export { constantStudentFigure } from "./figures/constantStudentFigure.js";
export { counterexampleFigure } from "./figures/counterexampleFigure.js";
export { dataFigure } from "./figures/dataFigure.js";
export { dpiFigure } from "./figures/dpiFigure.js";
export { fittedModelsFigure } from "./figures/fittedModelsFigure.js";
export { floorFigure } from "./figures/floorFigure.js";
export { gainFigure } from "./figures/gainFigure.js";
export { type IdentityRow, identityFigure } from "./figures/identityFigure.js";
export { jensenFigure } from "./figures/jensenFigure.js";
export { limitFigure, plateauFigure } from "./figures/limitFigure.js";
export { type Line, type LineFigureOptions, lineFigure } from "./figures/lineFigure.js";
export { lossCurvesFigure } from "./figures/lossCurvesFigure.js";
export { lossVariancesFigure } from "./figures/lossVariancesFigure.js";
export { markovChainFigure } from "./figures/markovChainFigure.js";
export { noiseFloorFigure } from "./figures/noiseFloorFigure.js";
export { objectiveErrorsFigure } from "./figures/objectiveErrorsFigure.js";
export { objectiveSweepFigure } from "./figures/objectiveSweepFigure.js";
export { PALETTE, type Role } from "./figures/palette.js";
export { paletteFigure } from "./figures/paletteFigure.js";
export { type QuadrantPoint, quadrantsFigure } from "./figures/quadrantsFigure.js";
export { ratioFigure } from "./figures/ratioFigure.js";
export { type PlaneMap, regionsFigure } from "./figures/regionsFigure.js";
export { type Figure, renderFigure } from "./figures/render.js";
export { saturationByInputFigure, saturationByJitterFigure } from "./figures/saturationFigures.js";
export { roundsFigure, shrinkageFigure } from "./figures/selfDistillationFigures.js";
export { softeningFigure } from "./figures/softeningFigure.js";
export { teacherFigure } from "./figures/teacherFigure.js";
export { temperatureBarsFigure } from "./figures/temperatureBarsFigure.js";
export { temperatureFigure } from "./figures/temperatureFigure.js";
export { temperatureGradientFigure } from "./figures/temperatureGradientFigure.js";
export { transferFitsFigure } from "./figures/transferFitsFigure.js";
export { unlabelledFigure } from "./figures/unlabelledFigure.js";
export { type VarianceBar, varianceBarsFigure } from "./figures/varianceBarsFigure.js";
export {
  entropy,
  type InformationOptions,
  type InformationUnit,
  mutualInformation,
} from "./information/entropy.js";
export { expectedOverLabels } from "./information/expectedOverLabels.js";
export { type Grouping, type GroupOptions, groupOptima } from "./information/groupOptima.js";
export {
  type LabelDistribution,
  labelDistribution,
  labelVector,
  MAX_LABELS,
} from "./information/labelDistribution.js";
export {
  conditionalLabelInformation,
  type LabelInformation,
  type LabelInformationOptions,
  labelInformation,
} from "./information/labelInformation.js";
export {
  type Learner,
  type Optima,
  optimaOf,
  optimaWithProgress,
  type Watcher,
} from "./information/optima.js";
export { roundedInformation } from "./information/roundedInformation.js";
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
export { meanLabelLoss, softLabelLoss } from "./losses/mixedLabelLosses.js";
export { lossScale, mixedTarget, teacherShare } from "./losses/mixedTarget.js";
export { logSoftmax, softmax, type TemperatureOptions } from "./losses/softmax.js";
export { sigmoid, softplus } from "./losses/softplus.js";
export { polynomialFeatures, sineFeatures } from "./models/features.js";
export { harmonicFeatures } from "./models/harmonicFeatures.js";
export { kernelSmoother } from "./models/kernelSmoother.js";
export { fitLeastSquares } from "./models/leastSquares.js";
export { decisionFunction, type LinearModel } from "./models/linearModel.js";
export { fitLogistic, type LogisticFit, type LogisticOptions } from "./models/logistic.js";
export {
  fitClass,
  type LogisticClass,
  logisticProbabilities,
  type TeacherTargets,
} from "./models/logisticClass.js";
export { oneHot } from "./models/oneHot.js";
export { type BumpOptions, bumpFeatures, planeFeatures } from "./models/planeFeatures.js";
export { polynomialAt } from "./models/polynomialAt.js";
export { type HiddenLayer, randomHiddenLayer } from "./models/randomHiddenLayer.js";
export { classLogits, classProbabilities, type SoftmaxModel } from "./models/softmaxModel.js";
export { fitSoftmax, type SoftmaxFit, type SoftmaxOptions } from "./models/softmaxRegression.js";
export { fitSoftStudent, type SoftStudentOptions } from "./models/softStudent.js";
export { mixLabels, smoothLabels } from "./models/softTargets.js";
export { checkAnswer } from "./notebook/checkAnswer.js";
export { type Progress, progress } from "./notebook/progress.js";
export { imageOf, show } from "./notebook/show.js";
export { markdownTable, type TableOptions, table } from "./notebook/table.js";
export { type PackageVersion, versions } from "./notebook/versions.js";
export { watchStudy } from "./notebook/watchStudy.js";
export { legacyPermutation } from "./random/legacyPermutation.js";
export { numpyRng } from "./random/numpyRng.js";
export type { Rng } from "./random/rng.js";
export { type SeededStream, seededStream } from "./random/seededStream.js";
