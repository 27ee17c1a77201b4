export type { BinaryData } from "./data/dataset.js";
export { type DigitSplit, digitSplit } from "./data/digitSplit.js";
export { type Digits, poolDigits, readDigits } from "./data/digits.js";
export { noisyLabels } from "./data/noisyLabels.js";
export { normalGrid, type Quadrature } from "./data/normalGrid.js";
export { postData, postEta } from "./data/postData.js";
export { meanTargets, oneHot, shuffleWithinLabels, smoothTargets } from "./data/softTargets.js";
export { type Split, trainTestSplit } from "./data/trainTestSplit.js";
export { type Exercise, judge, type Verdict } from "./exercises/exercise.js";
export { EXERCISES, findExercise } from "./exercises/registry.js";
export { calibratedTemperature, retemper } from "./experiments/calibration.js";
export {
  type Classroom,
  type ClassroomOptions,
  openClassroom,
  TRAINING,
} from "./experiments/classroom.js";
export {
  classLogLoss,
  type DigitExam,
  digitExam,
  errorRate,
  type Score,
} from "./experiments/digitExam.js";
export {
  FEW_LABELS,
  NOISY_LABELS,
  SAME_SIZE,
  SMALL_STUDENT,
} from "./experiments/digitStudies.js";
export {
  armValues,
  compareArms,
  type DigitStudy,
  runStudy,
  type StudyOptions,
  type StudyResult,
} from "./experiments/digitStudy.js";
export {
  bestSetting,
  type KernelRounds,
  type KernelRoundsOptions,
  type KernelSetting,
  kernelRounds,
} from "./experiments/kernelRounds.js";
export {
  type LogisticRound,
  type LogisticRoundsOptions,
  logisticRounds,
  TEN_POINTS,
} from "./experiments/logisticRounds.js";
export { type Mistake, meanEntropy, mistakesOf } from "./experiments/mistakes.js";
export { type PairedDifference, pairedDifference } from "./experiments/paired.js";
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
export { scanSettings } from "./experiments/scanSettings.js";
export { studyTable } from "./experiments/studyTable.js";
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
export { darkKnowledgeFigure } from "./figures/darkKnowledgeFigure.js";
export { dataFigure } from "./figures/dataFigure.js";
export { digitsFigure } from "./figures/digitsFigure.js";
export { fittedModelsFigure } from "./figures/fittedModelsFigure.js";
export { kernelPenaltiesFigure, kernelRoundsFigure } from "./figures/kernelRoundsFigure.js";
export { type Line, type LineFigureOptions, lineFigure } from "./figures/lineFigure.js";
export { logisticRoundsFigure } from "./figures/logisticRoundsFigure.js";
export { lossCurvesFigure } from "./figures/lossCurvesFigure.js";
export { type PairedFigureOptions, type PairedRow, pairedFigure } from "./figures/pairedFigure.js";
export { PALETTE, type Role } from "./figures/palette.js";
export { type Figure, renderFigure } from "./figures/render.js";
export { shrinkageFigure } from "./figures/shrinkageFigure.js";
export { armLabel, studyFigure } from "./figures/studyFigure.js";
export { type LogLossOptions, logLoss, SKLEARN_CLIP } from "./losses/logLoss.js";
export { softmaxRows } from "./losses/softmaxRows.js";
export { sigmoid, softplus } from "./losses/softplus.js";
export { polynomialFeatures, sineFeatures } from "./models/features.js";
export { gaussianKernel, kernelRidge, kernelSpectrum, shrinkage } from "./models/kernelRidge.js";
export { fitLeastSquares } from "./models/leastSquares.js";
export { decisionFunction, type LinearModel } from "./models/linearModel.js";
export { fitLogistic, type LogisticFit, type LogisticOptions } from "./models/logistic.js";
export { initialNetwork, type Network, networkLogits } from "./models/network.js";
export { type NetworkLossOptions, networkGradient } from "./models/networkGradient.js";
export { type TrainingOptions, trainNetwork } from "./models/trainNetwork.js";
export { checkAnswer } from "./notebook/checkAnswer.js";
export { type Progress, progress } from "./notebook/progress.js";
export { imageOf, show } from "./notebook/show.js";
export { markdownTable, type TableOptions, type TableRow, table } from "./notebook/table.js";
export { legacyPermutation } from "./random/legacyPermutation.js";
export { numpyRng } from "./random/numpyRng.js";
export type { Rng } from "./random/rng.js";
export { type SeededStream, seededStream } from "./random/seededStream.js";
