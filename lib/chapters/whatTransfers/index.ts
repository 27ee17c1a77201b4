export { type Design, drawDesign, NARROW_DESIGN, POST_DESIGN } from "./designs.js";
export { type LimitConstant, limitConstants } from "./limitConstants.js";
export { limitFigure, plateauFigure } from "./limitFigures.js";
export { alphaFigure, softeningFigure, unlabelledFigure } from "./lossFigures.js";
export { type StudentRisk, studentFeatures, studentRisk } from "./studentRisk.js";
export {
  alphaStudy,
  limitStudy,
  softeningStudy,
  teacherStudy,
  temperatureStudy,
  unlabelledStudy,
} from "./studies.js";
export { alphaRows, limitRows, softeningRows, teacherRows, temperatureRows } from "./tables.js";
export { teacherFigure } from "./teacherFigure.js";
export { temperatureFigure } from "./temperatureFigure.js";
export { transferFitsFigure } from "./transferFitsFigure.js";
export { softeningTrial } from "./trials.js";
export { type DesignStudies, type Gain, whatHelps, whatHelpsRows } from "./whatHelps.js";
