import type { Table } from "./table.js";

/** Exports that no walk has been written for yet; each one that gets its walk leaves this list. */
const NAMES =
  "alphaGains alphaInformationRows alphaRows alphaStudy alphaTrials bayesLabels bestSetting compareWithExact countQuadrants digitExam distilStudent expectedLoss fitPlaneStudent fitPlaneTeacher fitPostModels fitTeacher fittedCubic fittedIdentities fittedIdentity fittedNetwork fixed hardLabels harmonicsTeacher informationByAlpha informationOverRounds informationRow jitteredProblem kernelRounds kernelTeacher leastSquaresLearner limitConstants limitRows limitStudy mistakesOf objectiveErrors objectiveSweep openClassroom penaltyOfAlpha planeFloor planeLoss probabilityRows publishedFigure randomDesignProblem randomDesigns randomNetwork referenceDifference referenceRows runDigitStudy runTrial sampledVariances saturationByInput saturationByJitter scanSettings selfDistillationRounds sineTeacher singleFits softeningRows softeningStudy studentFeatures studentLearner studentRisk teacherLearner teacherRows teacherStudy temperatureRows temperatureStudy unlabelledStudy whatHelps whatHelpsRows".split(
    " ",
  );

/** The list as entries of the table. */
export const unwalked = (): Table =>
  Object.fromEntries(NAMES.map((name) => [name, { unwalked: "no walk written yet" }]));
