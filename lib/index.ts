export type { BinaryData } from "./data/dataset.js";
export {
  type Design,
  drawDesign,
  firstExamples,
  NARROW_DESIGN,
  POST_DESIGN,
} from "./data/designs.js";
export { normalGrid, type Quadrature } from "./data/normalGrid.js";
export { postData, postEta } from "./data/postData.js";
export { type Split, trainTestSplit } from "./data/trainTestSplit.js";
export { type Exercise, judge, type Verdict } from "./exercises/exercise.js";
export { EXERCISES, findExercise } from "./exercises/registry.js";
export { type LimitConstant, limitConstants } from "./experiments/limitConstants.js";
export { type MeanError, meanError, varianceError } from "./experiments/meanError.js";
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
export { type StudentRisk, studentFeatures, studentRisk } from "./experiments/studentRisk.js";
export { runStudy, type Study, type StudyOptions } from "./experiments/study.js";
export { column } from "./experiments/studyColumn.js";
export { fitTeacher, logit, TEACHER_NAMES, type TeacherName } from "./experiments/teachers.js";
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
  plusMinus,
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
export { dataFigure } from "./figures/dataFigure.js";
export { fittedModelsFigure } from "./figures/fittedModelsFigure.js";
export { limitFigure, plateauFigure } from "./figures/limitFigure.js";
export { type Line, type LineFigureOptions, lineFigure } from "./figures/lineFigure.js";
export { lossCurvesFigure } from "./figures/lossCurvesFigure.js";
export { PALETTE, type Role } from "./figures/palette.js";
export { type Figure, renderFigure } from "./figures/render.js";
export { softeningFigure } from "./figures/softeningFigure.js";
export { teacherFigure } from "./figures/teacherFigure.js";
export { temperatureFigure } from "./figures/temperatureFigure.js";
export { transferFitsFigure } from "./figures/transferFitsFigure.js";
export { unlabelledFigure } from "./figures/unlabelledFigure.js";
export { type LogLossOptions, logLoss, SKLEARN_CLIP } from "./losses/logLoss.js";
export { sigmoid, softplus } from "./losses/softplus.js";
export { polynomialFeatures, sineFeatures } from "./models/features.js";
export { harmonicFeatures } from "./models/harmonicFeatures.js";
export { kernelSmoother } from "./models/kernelSmoother.js";
export { fitLeastSquares } from "./models/leastSquares.js";
export { decisionFunction, type LinearModel } from "./models/linearModel.js";
export { fitLogistic, type LogisticFit, type LogisticOptions } from "./models/logistic.js";
export { fitSoftStudent, type SoftStudentOptions } from "./models/softStudent.js";
export { mixLabels, smoothLabels } from "./models/softTargets.js";
export { checkAnswer } from "./notebook/checkAnswer.js";
export { type Progress, progress } from "./notebook/progress.js";
export { imageOf, show } from "./notebook/show.js";
export { markdownTable, type TableOptions, type TableRow, table } from "./notebook/table.js";
export { watchStudy } from "./notebook/watchStudy.js";
export { legacyPermutation } from "./random/legacyPermutation.js";
export { numpyRng } from "./random/numpyRng.js";
export type { Rng } from "./random/rng.js";
export { type SeededStream, seededStream } from "./random/seededStream.js";
