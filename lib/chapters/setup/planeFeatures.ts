import { Matrix } from "ml-matrix";
import { checkInteger, checkNumber } from "../../validate/checks.js";
import { checkPlanePoints, type PlanePoints } from "./planeData.js";

/**
 * The student's features of points in the plane: the two coordinates.
 *
 * @param points n of them
 * @returns an n × 2 design matrix
 * @throws RangeError or TypeError where a coordinate is not finite or the lengths differ
 * @example planeFeatures(planePoints([1, 2])).to2DArray() // [[1, 2]]
 */
export function planeFeatures(points: PlanePoints): Matrix {
  checkPlanePoints("points", points);
  const { x1, x2 } = points;
  return new Matrix(Array.from(x1, (value, i) => [value, x2[i]]));
}

export interface BumpOptions {
  /** Centres along each coordinate, equally spaced from -reach to reach. Default 5. */
  perSide?: number;
  /** Default 2.5. */
  reach?: number;
  /** Standard deviation of each bump. Default 1.25, the spacing of the centres. */
  width?: number;
}

/**
 * The teacher's features of points in the plane: Gaussian bumps exp(-|x - c|² / (2 width²)) around a square grid of
 * centres c (radial basis functions).
 *
 * @param points n of them
 * @returns an n × perSide² design matrix
 * @throws RangeError or TypeError where a coordinate is not finite or an option is out of its range
 * @example bumpFeatures(planePoints([0, 0])).get(0, 12) // 1, the bump at the origin
 */
export function bumpFeatures(
  points: PlanePoints,
  { perSide = 5, reach = 2.5, width = 1.25 }: BumpOptions = {},
): Matrix {
  checkPlanePoints("points", points);
  checkInteger("perSide", perSide, 2);
  checkNumber("reach", reach, Number.MIN_VALUE, Number.MAX_VALUE / (2 * perSide));
  checkNumber("width", width, Number.MIN_VALUE);
  const centre = (j: number) => -reach + (2 * reach * j) / (perSide - 1);
  const bump = (x: number, j: number) => Math.exp(-(((x - centre(j)) / width) ** 2) / 2);
  const { x1, x2 } = points;
  const design = new Matrix(x1.length, perSide ** 2);
  for (let i = 0; i < x1.length; i++) {
    const across = Array.from({ length: perSide }, (_, j) => bump(x1[i], j));
    const up = Array.from({ length: perSide }, (_, j) => bump(x2[i], j));
    across.forEach((a, j) => {
      up.forEach((b, k) => {
        design.set(i, j * perSide + k, a * b);
      });
    });
  }
  return design;
}
