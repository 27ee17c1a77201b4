export {
  type AlphaGain,
  type AlphaTrials,
  type AlphaTrialsOptions,
  alphaGains,
  alphaTrials,
} from "./alphaTrials.js";
export { calibratedTemperature, retemper } from "./calibration.js";
export {
  type Classroom,
  type ClassroomOptions,
  openClassroom,
  TRAINING,
} from "./classroom.js";
export {
  type ChainInformation,
  conditioning,
  twoDesignProblems,
} from "./conditioning.js";
export {
  type ConstantStudent,
  type ConstantStudentLosses,
  constantStudent,
  constantStudentLosses,
} from "./constantStudent.js";
export {
  type CounterexamplePath,
  counterexamplePath,
  crossingLogit,
  sureAndCoin,
} from "./counterexamplePath.js";
export {
  classLogLoss,
  type DigitExam,
  digitExam,
  errorRate,
  type Score,
} from "./digitExam.js";
export { FEW_LABELS, NOISY_LABELS, SAME_SIZE, SMALL_STUDENT } from "./digitStudies.js";
export {
  armValues,
  compareArms,
  type DigitStudy,
  type DigitStudyOptions,
  type DigitStudyResult,
  runDigitStudy,
} from "./digitStudy.js";
export { distillationGain } from "./distillationGain.js";
export {
  compareProblem,
  type DistillationProblem,
  expectedLoss,
  type ProblemComparison,
  studentLearner,
  teacherLearner,
} from "./distillationProblem.js";
export {
  type Estimate,
  meanEstimate,
  plusMinus,
  varianceDifference,
  varianceEstimate,
} from "./estimate.js";
export { fittedCubic, fittedNetwork, fixed, randomNetwork } from "./fits.js";
export {
  type Fit,
  type FittedIdentity,
  fittedIdentities,
  fittedIdentity,
} from "./fittedIdentity.js";
export {
  type IdentityCase,
  type IdentityCheck,
  identityCheck,
} from "./identityCheck.js";
export {
  fittedRatios,
  inequalityRatio,
  type RatioSummary,
  randomCubicRatios,
  type ScannedRatio,
  summariseRatios,
} from "./inequalityScan.js";
export { type AlphaInformation, informationByAlpha } from "./informationByAlpha.js";
export {
  bestSetting,
  type KernelRounds,
  type KernelRoundsOptions,
  type KernelSetting,
  kernelRounds,
} from "./kernelRounds.js";
export { type KlGapRow, klGap } from "./klGap.js";
export { leastSquaresLearner } from "./leastSquaresLearner.js";
export { type LimitConstant, limitConstants } from "./limitConstants.js";
export {
  aboveRows,
  clipRows,
  gainRows,
  referenceRows,
  trialRows,
} from "./linearDemoRows.js";
export {
  type LogisticRound,
  type LogisticRoundsOptions,
  logisticRounds,
  TEN_POINTS,
} from "./logisticRounds.js";
export { type LossVariances, lossVariances, type Predictor } from "./lossVariances.js";
export { type MeanError, meanError, varianceError } from "./meanError.js";
export { type Mistake, meanEntropy, mistakesOf } from "./mistakes.js";
export {
  blindTeacherProblem,
  NAMED_PROBLEMS,
  type NamedProblem,
  postProblem,
  signTeacherProblem,
  twoPointProblem,
} from "./namedProblems.js";
export {
  certificateSlack,
  noiseThreshold,
  smallestPossibleRatio,
  worstProblem,
} from "./noiseFloor.js";
export {
  type ObjectiveErrorOptions,
  type ObjectiveErrors,
  objectiveErrors,
} from "./objectiveErrors.js";
export {
  type ObjectiveSweep,
  type ObjectiveSweepOptions,
  objectiveSweep,
} from "./objectiveSweep.js";
export { type PairedDifference, pairedDifference } from "./paired.js";
export { type PenaltyRow, penaltyOfAlpha } from "./penaltyOfAlpha.js";
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
export { type PlaneFloor, planeFloor } from "./planeFloor.js";
export {
  type PopulationFloor,
  populationFloor,
  populationLoss,
} from "./populationFloor.js";
export {
  alphaInformationRows,
  comparisonRow,
  informationRow,
  labelRows,
} from "./problemRows.js";
export {
  type Curve,
  type PublishedFigure,
  type PublishedFigureOptions,
  publishedFigure,
} from "./publishedFigure.js";
export {
  countQuadrants,
  type DesignResult,
  type QuadrantCounts,
  randomDesignProblem,
  randomDesigns,
} from "./randomDesigns.js";
export {
  identityError,
  type Problem,
  type RandomProblemOptions,
  randomProblem,
  searchViolations,
  type ViolationSearch,
} from "./randomProblems.js";
export { referenceDifference } from "./referenceDifference.js";
export type { Row } from "./row.js";
export {
  type Agreement,
  compareWithExact,
  type SampledVariances,
  sampledVariances,
} from "./sampledVariances.js";
export {
  type JitterPoint,
  jitteredProblem,
  type ResolutionCurve,
  saturationByInput,
  saturationByJitter,
} from "./saturation.js";
export { scanSettings } from "./scanSettings.js";
export {
  type FloorRatios,
  floorRatios,
  type SearchedCell,
  searchGrid,
} from "./searches.js";
export {
  informationOverRounds,
  type RoundInformation,
  SLOPE_INPUTS,
  SLOPE_LABELS,
  selfDistillationRounds,
  singleFits,
  slopeClass,
} from "./selfDistillation.js";
export { slopeRows } from "./slopeRows.js";
export {
  bayesLabels,
  hardLabels,
  harmonicsTeacher,
  kernelTeacher,
  LABELLERS,
  type LabelledSample,
  type SoftLabeller,
  sineTeacher,
} from "./softLabellers.js";
export { type StudentRisk, studentFeatures, studentRisk } from "./studentRisk.js";
export { runStudy, type Study, type StudyOptions } from "./study.js";
export { column } from "./studyColumn.js";
export { studyTable } from "./studyTable.js";
export { fitTeacher, logit, TEACHER_NAMES, type TeacherName } from "./teachers.js";
export {
  hotLimit,
  type TemperatureGradient,
  temperatureGradients,
} from "./temperatureGradients.js";
export {
  alphaStudy,
  limitStudy,
  softeningStudy,
  teacherStudy,
  temperatureStudy,
  unlabelledStudy,
} from "./transferStudies.js";
export {
  alphaRows,
  limitRows,
  softeningRows,
  teacherRows,
  temperatureRows,
} from "./transferTables.js";
export {
  type FittedModels,
  fitPostModels,
  MODEL_NAMES,
  type ModelName,
  runTrial,
  type SplitLosses,
  type TrialOptions,
  type TrialResult,
} from "./trial.js";
export { StudyError, type StudyResult, type TrialFunction } from "./trialLoop.js";
export {
  type DesignStudies,
  type Gain,
  whatHelps,
  whatHelpsRows,
} from "./whatHelps.js";
