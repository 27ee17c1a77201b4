export { runStudy, type Study, type StudyOptions } from "./study.js";
export { column } from "./studyColumn.js";
export { StudyError, type StudyResult, type TrialFunction } from "./trialLoop.js";
