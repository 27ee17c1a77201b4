export type { BinaryData } from "./dataset.js";
export { type Design, drawDesign, NARROW_DESIGN, POST_DESIGN } from "./designs.js";
export { type DigitSplit, digitSplit } from "./digitSplit.js";
export { type Digits, poolDigits, readDigits } from "./digits.js";
export { noisyLabels } from "./noisyLabels.js";
export { normalGrid, type Quadrature } from "./normalGrid.js";
export { pinwheelData, pinwheelEta, pinwheelTruth } from "./pinwheel.js";
export { type PinwheelPopulation, pinwheelPopulation } from "./pinwheelPopulation.js";
export { firstExamples, type PlaneData, type PlanePoints, planePoints } from "./planeData.js";
export { type PlaneQuadrature, planeGrid } from "./planeGrid.js";
export { finitePopulation, normalPopulation, type Population } from "./population.js";
export { postData, postEta } from "./postData.js";
export {
  CONVERGED_REFERENCE,
  type ReferenceCurves,
  SCIKIT_LEARN_REFERENCE,
} from "./publishedReference.js";
export { flatOneHot, meanTargets, shuffleWithinLabels, smoothTargets } from "./softTargets.js";
export { type Split, trainTestSplit } from "./trainTestSplit.js";
