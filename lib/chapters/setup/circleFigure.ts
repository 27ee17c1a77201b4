import { range } from "d3-array";
import { lineFigure } from "../../plotting/lineFigure.js";
import { CLASS_PALETTE, type Role } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { checkInteger, checkNumber } from "../../validate/checks.js";
import type { PlanePoints } from "./planeData.js";
import { type PlaneMap, probabilitiesAt } from "./regionsFigure.js";

/**
 * The probability of one class on a circle around the origin, against the angle, a line a model.
 *
 * @param models at least one, by their roles
 * @param options.radius of the circle; default 1.5
 * @param options.classIndex which class, from 0; default 0
 * @throws RangeError if there is no model, one does not give distributions over three classes, or an option is out of
 * its range
 */
export function circleFigure(
  models: Readonly<Partial<Record<Role, PlaneMap>>>,
  options: { radius?: number; classIndex?: number } = {},
): Figure {
  const { radius = 1.5, classIndex = 0 } = options;
  const entries = Object.entries(models) as [Role, PlaneMap][];
  checkInteger("the number of models", entries.length, 1);
  checkNumber("radius", radius, Number.MIN_VALUE, 1e12);
  checkInteger("classIndex", classIndex, 0, CLASS_PALETTE.length - 1);
  const { name } = CLASS_PALETTE[classIndex];
  const degrees = range(-180, 180.01, 2);
  const radians = degrees.map((angle) => (angle * Math.PI) / 180);
  const circle: PlanePoints = {
    x1: Float64Array.from(radians, (angle) => radius * Math.cos(angle)),
    x2: Float64Array.from(radians, (angle) => radius * Math.sin(angle)),
  };
  const curves = entries.map(([role, model]) => ({
    label: role,
    role,
    x: degrees,
    y: probabilitiesAt(`models.${role}`, model, circle).map((p) => p[classIndex]),
  }));
  const peaks = curves.map(({ label, y }) => {
    const top = Math.max(...y);
    return `${label} ${top.toFixed(2)} at ${degrees[y.indexOf(top)]} degrees`;
  });
  return lineFigure(curves, {
    alt: `Probability of class ${name} around a circle of radius ${radius}. Peaks: ${peaks.join(", ")}.`,
    xLabel: "angle around the origin (degrees)",
    yLabel: `probability of class ${name}`,
    yDomain: [0, 1],
    xTicks: range(-180, 181, 60),
    marginRight: 116,
  });
}
