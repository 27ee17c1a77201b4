import type { Table } from "./table.js";

/** Exports that no walk has been written for yet; each one that gets its walk leaves this list. */
const NAMES =
  "alphaFigure alphaInformationFigure circleFigure counterexampleFigure darkKnowledgeFigure digitsFigure dpiFigure fittedModelsFigure identityFigure kernelPenaltiesFigure kernelRoundsFigure limitFigure lineFigure logisticRoundsFigure noiseFloorFigure objectiveErrorsFigure objectiveSweepFigure pairedFigure plateauFigure quadrantsFigure ratioFigure regionsFigure renderFigure roundsFigure saturationByInputFigure saturationByJitterFigure shrinkageFigure softeningFigure studyFigure teacherFigure temperatureBarsFigure temperatureFigure temperatureGradientFigure transferFitsFigure unlabelledFigure varianceBarsFigure".split(
    " ",
  );

/** The list as entries of the table. */
export const unwalked = (): Table =>
  Object.fromEntries(NAMES.map((name) => [name, { unwalked: "no walk written yet" }]));
