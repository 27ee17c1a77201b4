export { alphaFigure } from "./alphaFigure.js";
export { type Design, drawDesign, NARROW_DESIGN, POST_DESIGN } from "./designs.js";
export { type LimitConstant, limitConstants } from "./limitConstants.js";
export { limitFigure, plateauFigure } from "./limitFigure.js";
export { softeningFigure } from "./softeningFigure.js";
export { type StudentRisk, studentFeatures, studentRisk } from "./studentRisk.js";
export { teacherFigure } from "./teacherFigure.js";
export { temperatureFigure } from "./temperatureFigure.js";
export { transferFitsFigure } from "./transferFitsFigure.js";
export {
  alphaStudy,
  limitStudy,
  softeningStudy,
  teacherStudy,
  temperatureStudy,
  unlabelledStudy,
} from "./transferStudies.js";
export {
  alphaRows,
  limitRows,
  softeningRows,
  teacherRows,
  temperatureRows,
} from "./transferTables.js";
export { unlabelledFigure } from "./unlabelledFigure.js";
export {
  type DesignStudies,
  type Gain,
  whatHelps,
  whatHelpsRows,
} from "./whatHelps.js";
