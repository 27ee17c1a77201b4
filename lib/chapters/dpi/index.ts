export { alphaInformationFigure } from "./alphaInformationFigure.js";
export { type ChainInformation, conditioning, constantTeacherProblem } from "./conditioning.js";
export {
  compareProblem,
  comparisonRow,
  type DistillationProblem,
  informationRow,
  leastSquaresLearner,
  type ProblemComparison,
  studentLearner,
} from "./distillationProblem.js";
export { dpiFigure } from "./dpiFigure.js";
export { type AlphaInformation, informationByAlpha } from "./informationByAlpha.js";
export { markovChainFigure } from "./markovChainFigure.js";
export {
  NAMED_PROBLEMS,
  type NamedProblem,
  postProblem,
  signTeacherProblem,
  twoPointProblem,
} from "./namedProblems.js";
export { type QuadrantPoint, quadrantsFigure } from "./quadrantsFigure.js";
export { type DesignResult, randomDesigns } from "./randomDesigns.js";
export {
  informationOverRounds,
  type RoundInformation,
  roundsFigure,
  shrinkageFigure,
} from "./roundsFigures.js";
export {
  type JitterPoint,
  type ResolutionCurve,
  saturationByInput,
  saturationByJitter,
} from "./saturation.js";
export { saturationByInputFigure, saturationByJitterFigure } from "./saturationFigures.js";
