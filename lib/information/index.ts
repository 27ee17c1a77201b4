export { entropy } from "./entropy.js";
export { type LabelDistribution, labelDistribution, labelVector } from "./labelDistribution.js";
export { type LabelInformation, labelInformation } from "./labelInformation.js";
export {
  type Learner,
  type Optima,
  optimaOf,
  optimaWithProgress,
} from "./optima.js";
