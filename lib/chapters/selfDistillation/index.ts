export { type ArmComparison, compareArms, type Measure } from "./compareArms.js";
export { darkKnowledgeFigure } from "./darkKnowledgeFigure.js";
export { armLabel, digitFigure } from "./digitFigure.js";
export { type DigitSplit, digitSplit } from "./digitSplit.js";
export {
  type DigitStudyOptions,
  fewLabelsStudy,
  noisyLabelsStudy,
  sameSizeStudy,
  smallStudentStudy,
} from "./digitStudies.js";
export { digitsFigure } from "./digitsFigure.js";
export { digitTable } from "./digitTable.js";
export { createDigitTrial, type DigitTrial, type DigitTrialOptions } from "./digitTrial.js";
export { errorRate, heldOutDigits, type LabelledDigits, type Score } from "./heldOutDigits.js";
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
} from "./logisticRounds.js";
export { logisticRoundsFigure } from "./logisticRoundsFigure.js";
export { type Mistake, meanEntropy, mistakesOf } from "./mistakes.js";
export { settingsStudy } from "./settingsStudy.js";
