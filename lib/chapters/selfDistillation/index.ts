export { calibratedTemperature, retemper } from "./calibration.js";
export {
  type Classroom,
  type ClassroomOptions,
  openClassroom,
  TRAINING,
} from "./classroom.js";
export { darkKnowledgeFigure } from "./darkKnowledgeFigure.js";
export {
  classLogLoss,
  type DigitExam,
  digitExam,
  errorRate,
  type Score,
} from "./digitExam.js";
export { armLabel, studyFigure } from "./digitFigure.js";
export { type DigitSplit, digitSplit } from "./digitSplit.js";
export { FEW_LABELS, NOISY_LABELS, SAME_SIZE, SMALL_STUDENT } from "./digitStudies.js";
export {
  armValues,
  compareArms,
  type DigitStudy,
  type DigitStudyOptions,
  type DigitStudyResult,
  runDigitStudy,
} from "./digitStudy.js";
export { digitsFigure } from "./digitsFigure.js";
export { studyTable } from "./digitTable.js";
export {
  bestSetting,
  type KernelRounds,
  type KernelRoundsOptions,
  type KernelSetting,
  kernelRounds,
} from "./kernelRounds.js";
export { kernelPenaltiesFigure, kernelRoundsFigure } from "./kernelRoundsFigure.js";
export { kernelShrinkageFigure } from "./kernelShrinkageFigure.js";
export {
  type LogisticRound,
  type LogisticRoundsOptions,
  logisticRounds,
  TEN_POINTS,
} from "./logisticRounds.js";
export { logisticRoundsFigure } from "./logisticRoundsFigure.js";
export { type Mistake, meanEntropy, mistakesOf } from "./mistakes.js";
export { scanSettings } from "./scanSettings.js";
