export { checkAnswer } from "./checkAnswer.js";
export { type ControlOptions, choice, reseed, type SliderOptions, slider } from "./controls.js";
export { exportReport } from "./exportReport.js";
export { type LiveOptions, live } from "./live.js";
export { withProgress } from "./progress.js";
export { show } from "./show.js";
export { type TableOptions, table } from "./table.js";
export { type PackageVersion, versions } from "./versions.js";
export { watchStudy } from "./watchStudy.js";
