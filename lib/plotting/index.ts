export { type Line, type LineFigureOptions, lineFigure } from "./lineFigure.js";
export { type PairedFigureOptions, type PairedRow, pairedFigure } from "./pairedFigure.js";
export { PALETTE, type Role } from "./palette.js";
export { paletteFigure } from "./paletteFigure.js";
export { type Figure, renderFigure } from "./render.js";
