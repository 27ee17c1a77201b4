export {
  type Estimate,
  meanEstimate,
  plusMinus,
  varianceDifference,
  varianceEstimate,
} from "./estimate.js";
export { type MeanError, meanError, varianceError } from "./meanError.js";
export { type PairedDifference, pairedDifference } from "./paired.js";
export type { Row } from "./row.js";
