export type { OnProgress } from "./onProgress.js";
export { runStudy, type Study, type StudyOptions } from "./study.js";
export { studyColumn } from "./studyColumn.js";
export { StudyError, type StudyResult, type TrialFunction } from "./trialLoop.js";
