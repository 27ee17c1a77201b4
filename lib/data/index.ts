export type { BinaryData } from "./dataset.js";
export { type Digits, readDigits } from "./digits.js";
export { normalGrid, type Quadrature } from "./normalGrid.js";
export { finitePopulation, normalPopulation, type Population } from "./population.js";
export { postData, postEta } from "./postData.js";
export { TEN_POINTS } from "./tenPoints.js";
export { type Split, trainTestSplit } from "./trainTestSplit.js";
