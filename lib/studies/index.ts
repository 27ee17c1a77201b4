export type { OnProgress } from "./onProgress.js";
export { runStudy, type Study, type StudyOptions } from "./study.js";
export { studyColumn } from "./studyColumn.js";
export type { StudyResult, TrialFunction } from "./trialLoop.js";
