export {
  type Estimate,
  meanAndStandardError,
  plusMinus,
  varianceAndStandardError,
} from "./estimate.js";
export { type PairedDifference, pairedDifference } from "./paired.js";
export type { Row } from "./row.js";
