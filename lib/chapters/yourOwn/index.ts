export { type Classifier, networkClassifier, type Rows, softmaxClassifier } from "./classifiers.js";
export { kernelRidgeClassifier } from "./kernelRidgeClassifier.js";
export type { Distribution, Table } from "./problem.js";
export { type FileTable, type ReadTableOptions, readTable, samplePath } from "./readTable.js";
export { distillationReport, type Report, type ReportOptions } from "./report.js";
export { comparisonRows, reportFigure, reportRows } from "./reportTables.js";
export { type Comparison, type TransferVerdict, VERDICT_RULE } from "./verdict.js";
