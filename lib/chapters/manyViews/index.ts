export {
  codistillationRows,
  conditionDifferences,
  conditionRows,
  digitViewsRows,
  roundsRows,
} from "./conditionTables.js";
export { DIGIT_SETTINGS, digitViewsStudy } from "./digitViews.js";
export { knownViews } from "./knownViews.js";
export type { PatchNetwork } from "./patchNetwork.js";
export { softLabelRows } from "./softLabels.js";
export {
  labelTargets,
  learnViews,
  type PatchTraining,
  patchTargets,
} from "./students.js";
export { drawViews, type ViewData, type ViewProblem } from "./viewData.js";
export { type KnowledgeRow, knowledgeFigure, viewsFigure } from "./viewFigures.js";
export { scoreViews, type ViewScore } from "./viewScore.js";
export {
  codistillationStudy,
  conditionStudy,
  controlsStudy,
  type ViewSetting,
} from "./viewStudies.js";
export { controlsDifferences, controlsRows, handedOnRows } from "./viewTables.js";
