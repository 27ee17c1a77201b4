import { Matrix } from "ml-matrix";
import { checkPlanePoints, type PlanePoints } from "./planeData.js";

/** The bumps' centres along each coordinate; their spacing is also the bumps' standard deviation. */
const CENTRES = [-2.5, -1.25, 0, 1.25, 2.5];
const WIDTH = 1.25;

/**
 * The student's features of points in the plane: the two coordinates.
 *
 * @param points n of them
 * @returns an n × 2 design matrix
 * @throws RangeError if a coordinate is not finite or the lengths differ
 * @example planeFeatures(planePoints([1, 2])).to2DArray() // [[1, 2]]
 */
export function planeFeatures(points: PlanePoints): Matrix {
  checkPlanePoints("points", points);
  const { x1, x2 } = points;
  return new Matrix(Array.from(x1, (value, i) => [value, x2[i]]));
}

/**
 * The teacher's features of points in the plane: Gaussian bumps exp(-|x - c|² / (2 · 1.25²)) around a square grid of 25
 * centres c from -2.5 to 2.5 (radial basis functions).
 *
 * @param points n of them
 * @returns an n × 25 design matrix, the centres' second coordinate running fastest
 * @throws RangeError if a coordinate is not finite or the lengths differ
 * @example bumpFeatures(planePoints([0, 0])).get(0, 12) // 1, the bump at the origin
 */
export function bumpFeatures(points: PlanePoints): Matrix {
  checkPlanePoints("points", points);
  const { x1, x2 } = points;
  const bump = (x: number, centre: number) => Math.exp(-(((x - centre) / WIDTH) ** 2) / 2);
  return new Matrix(
    Array.from(x1, (_, i) =>
      CENTRES.flatMap((c1) => CENTRES.map((c2) => bump(x1[i], c1) * bump(x2[i], c2))),
    ),
  );
}
