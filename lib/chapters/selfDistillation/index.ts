export { type ArmComparison, compareArms, type Measure } from "./compareArms.js";
export {
  darkKnowledgeFigure,
  type Mistake,
  meanEntropy,
  mistakesOf,
} from "./darkKnowledgeFigure.js";
export { armLabel, digitFigure, digitTable } from "./digitFigure.js";
export {
  type DigitStudyOptions,
  fewLabelsStudy,
  noisyLabelsStudy,
  sameSizeStudy,
  smallStudentStudy,
} from "./digitStudies.js";
export { digitsFigure } from "./digitsFigure.js";
export { createDigitTrial, type DigitTrial, type DigitTrialOptions } from "./digitTrial.js";
export {
  type DigitSplit,
  digitSplit,
  errorRate,
  heldOutDigits,
  type LabelledDigits,
  type Score,
} from "./heldOutDigits.js";
export {
  kernelPenaltiesFigure,
  kernelRoundsFigure,
  kernelShrinkageFigure,
} from "./kernelFigures.js";
export { type KernelRoundsOptions, type KernelSetting, kernelRounds } from "./kernelRounds.js";
export {
  type LogisticRound,
  type LogisticRoundsOptions,
  logisticRounds,
  logisticRoundsFigure,
} from "./logisticRounds.js";
export { settingsStudy } from "./settingsStudy.js";
