import type { Table } from "./table.js";

/** Exports that no walk has been written for yet; each one that gets its walk leaves this list. */
const NAMES =
  "alphaFigure alphaGains alphaInformationFigure alphaInformationRows alphaRows alphaStudy alphaTrials bayesLabels bestSetting circleFigure compareWithExact countQuadrants counterexampleFigure darkKnowledgeFigure digitExam digitsFigure distilStudent dpiFigure expectedLoss fitPlaneStudent fitPlaneTeacher fitPostModels fitTeacher fittedCubic fittedIdentities fittedIdentity fittedModelsFigure fittedNetwork fixed hardLabels harmonicsTeacher identityFigure informationByAlpha informationOverRounds informationRow jitteredProblem kernelPenaltiesFigure kernelRounds kernelRoundsFigure kernelTeacher leastSquaresLearner limitConstants limitFigure limitRows limitStudy lineFigure logisticRoundsFigure mistakesOf noiseFloorFigure objectiveErrors objectiveErrorsFigure objectiveSweep objectiveSweepFigure openClassroom pairedFigure penaltyOfAlpha planeFloor planeLoss plateauFigure probabilityRows publishedFigure quadrantsFigure randomDesignProblem randomDesigns randomNetwork ratioFigure referenceDifference referenceRows regionsFigure renderFigure roundsFigure runDigitStudy runTrial sampledVariances saturationByInput saturationByInputFigure saturationByJitter saturationByJitterFigure scanSettings selfDistillationRounds shrinkageFigure sineTeacher singleFits softeningFigure softeningRows softeningStudy studentFeatures studentLearner studentRisk studyFigure teacherFigure teacherLearner teacherRows teacherStudy temperatureBarsFigure temperatureFigure temperatureGradientFigure temperatureRows temperatureStudy transferFitsFigure unlabelledFigure unlabelledStudy varianceBarsFigure whatHelps whatHelpsRows".split(
    " ",
  );

/** The list as entries of the table. */
export const unwalked = (): Table =>
  Object.fromEntries(NAMES.map((name) => [name, { unwalked: "no walk written yet" }]));
