export { runStudy, type Study, type StudyOptions } from "./study.js";
export { studyColumn } from "./studyColumn.js";
export type { OnProgress, StudyResult, TrialFunction } from "./trialLoop.js";
