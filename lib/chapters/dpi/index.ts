export { alphaInformationFigure } from "./alphaInformationFigure.js";
export {
  type ChainInformation,
  conditioning,
  twoDesignProblems,
} from "./conditioning.js";
export {
  compareProblem,
  type DistillationProblem,
  expectedLoss,
  type ProblemComparison,
  studentLearner,
  teacherLearner,
} from "./distillationProblem.js";
export { dpiFigure } from "./dpiFigure.js";
export { type AlphaInformation, informationByAlpha } from "./informationByAlpha.js";
export { leastSquaresLearner } from "./leastSquaresLearner.js";
export { markovChainFigure } from "./markovChainFigure.js";
export {
  blindTeacherProblem,
  NAMED_PROBLEMS,
  type NamedProblem,
  postProblem,
  signTeacherProblem,
  twoPointProblem,
} from "./namedProblems.js";
export {
  alphaInformationRows,
  comparisonRow,
  informationRow,
  labelRows,
} from "./problemRows.js";
export { type QuadrantPoint, quadrantsFigure } from "./quadrantsFigure.js";
export {
  countQuadrants,
  type DesignResult,
  type QuadrantCounts,
  randomDesignProblem,
  randomDesigns,
} from "./randomDesigns.js";
export {
  informationOverRounds,
  type RoundInformation,
  SLOPE_INPUTS,
  SLOPE_LABELS,
  singleFits,
  slopeClass,
} from "./rounds.js";
export { roundsFigure, shrinkageFigure } from "./roundsFigures.js";
export {
  type JitterPoint,
  jitteredProblem,
  type ResolutionCurve,
  saturationByInput,
  saturationByJitter,
} from "./saturation.js";
export { saturationByInputFigure, saturationByJitterFigure } from "./saturationFigures.js";
export { slopeRows } from "./slopeRows.js";
