import { callback, list, probability, record } from "../../plotting/checks.js";
import { CLASSES } from "../../plotting/classPalette.js";
import type { PlanePoints } from "./planeData.js";
import type { PlaneMap } from "./regionsFigure.js";

/** Something that gives class probabilities at points of the plane. */
export const planeMap = record({ probabilities: callback });

/**
 * What a map gives at some points.
 *
 * @throws RangeError or TypeError unless it is one probability a class at every point, naming the map
 */
export function probabilitiesOf(
  name: string,
  map: PlaneMap,
  points: PlanePoints,
): readonly ArrayLike<number>[] {
  const rows = map.probabilities(points);
  const row = list(probability, { as: ["the classes", CLASSES.length] });
  list(row, { as: ["the points asked for", points.x1.length] })(`${name}.probabilities`, rows);
  return rows;
}
