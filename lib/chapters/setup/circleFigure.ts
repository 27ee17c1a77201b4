import { range } from "d3-array";
import { oneOf, record } from "../../plotting/checks.js";
import { CLASSES } from "../../plotting/classPalette.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE, type Role } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { checkInteger, checkNotEmpty, checkNumber, MAX_MAGNITUDE } from "../../validate/checks.js";
import { planeMap, probabilitiesOf } from "./planeChecks.js";
import type { PlanePoints } from "./planeData.js";
import type { PlaneMap } from "./regionsFigure.js";

/**
 * A walk around the origin at one distance: the probability of one class against the angle, a line a model.
 *
 * @param models at least one, by their roles
 * @param options.radius of the circle; default 1.5
 * @param options.classIndex which class, from 0; default 0
 * @throws RangeError or TypeError where there is no model, one is not such a map or an option is out of its range
 */
export function circleFigure(
  models: Readonly<Partial<Record<Role, PlaneMap>>>,
  options: { radius?: number; classIndex?: number } = {},
): Figure {
  record({})("models", models);
  record({})("options", options);
  const { radius = 1.5, classIndex = 0 } = options;
  const entries = Object.entries(models) as [Role, PlaneMap][];
  checkNotEmpty("models", entries as never);
  for (const [role, model] of entries) {
    oneOf(Object.keys(PALETTE))("models", role);
    planeMap(`models.${role}`, model);
  }
  checkNumber("radius", radius, Number.MIN_VALUE, MAX_MAGNITUDE);
  checkInteger("classIndex", classIndex, 0, CLASSES.length - 1);
  const { name } = CLASSES[classIndex];
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
    y: probabilitiesOf(`models.${role}`, model, circle).map((p) => p[classIndex]),
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
