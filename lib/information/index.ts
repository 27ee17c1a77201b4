export {
  entropy,
  type InformationOptions,
  type InformationUnit,
  mutualInformation,
} from "./entropy.js";
export { expectedOverLabels } from "./expectedOverLabels.js";
export { type Grouping, type GroupOptions, groupOptima } from "./groupOptima.js";
export {
  type LabelDistribution,
  labelDistribution,
  labelVector,
  MAX_LABELS,
} from "./labelDistribution.js";
export {
  conditionalLabelInformation,
  type LabelInformation,
  type LabelInformationOptions,
  labelInformation,
} from "./labelInformation.js";
export {
  type Learner,
  type Optima,
  optimaOf,
  optimaWithProgress,
} from "./optima.js";
export { roundedInformation } from "./roundedInformation.js";
