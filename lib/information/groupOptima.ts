import { max, sum } from "d3-array";
import { checkNumber } from "../validate/checks.js";
import type { Optima } from "./optima.js";

export interface GroupOptions {
  /** Optima this close (largest difference of a coordinate, relative to the largest coordinate of all) are equal. Default 1e-11. */
  tolerance?: number;
}

/** Label vectors grouped by equal optima, with the evidence that the grouping is clear. */
export interface Grouping {
  /** The group of each label vector, -1 for those of probability 0. */
  groupOf: Int32Array;
  /** One optimum a group. */
  representatives: Float64Array[];
  /** The largest distance of an optimum from its group's representative, relative: rounding noise of the learner. */
  largestSameGap: number;
  /** The smallest distance of two representatives, relative; Infinity where there is one group only. */
  smallestDifferentGap: number;
}

/** Converged Newton fits differ from the optimum by about 1e-15; 2^16 optima of two parameters come as close as 5e-9. */
const DEFAULT_TOLERANCE = 1e-11;
/** Distances from the tolerance to this many times the tolerance are neither equal nor different. */
const GUARD = 10;

/**
 * Groups optima that are equal up to rounding. Every optimum lies within the tolerance of its group's representative,
 * and representatives of different groups lie at least ten tolerances apart; where that cannot be, it is an error.
 *
 * @param optima of optimaOf, at least one that can occur
 * @throws RangeError if two optima are neither equal nor different: between one and ten tolerances apart
 * @example groupOptima([Float64Array.of(1), Float64Array.of(1 + 1e-15), Float64Array.of(2)]).smallestDifferentGap // 0.5
 */
export function groupOptima(
  optima: Optima,
  { tolerance = DEFAULT_TOLERANCE }: GroupOptions = {},
): Grouping {
  checkNumber("tolerance", tolerance, 0, 0.1);
  const sorted = byProjection(optima);
  const scale = (max(sorted, ({ optimum }) => max(optimum, Math.abs)) as number) || 1;
  const near = tolerance * scale;
  const far = GUARD * near;
  const reach = far * sum(directionOf(sorted[0].optimum.length));
  const groupOf = new Int32Array(optima.length).fill(-1);
  const groups: Projected[] = [];
  let largestSameGap = 0;
  let start = 0;
  for (const point of sorted) {
    while (start < groups.length && groups[start].at < point.at - reach) start++;
    let group = -1;
    for (let g = start; g < groups.length; g++) {
      const gap = distance(point.optimum, groups[g].optimum);
      if (gap > near && gap < far) throw ambiguous(gap / scale, tolerance);
      if (gap > near) continue;
      group = g;
      largestSameGap = Math.max(largestSameGap, gap);
    }
    if (group < 0) group = groups.push(point) - 1;
    groupOf[point.index] = group;
  }
  const smallestDifferentGap = closest(groups);
  const representatives = groups.map(({ optimum }) => optimum);
  return {
    groupOf,
    representatives,
    largestSameGap: largestSameGap / scale,
    smallestDifferentGap: smallestDifferentGap / scale,
  };
}

interface Projected {
  index: number;
  optimum: Float64Array;
  /** Coordinate along one fixed direction: close optima have close coordinates. */
  at: number;
}

function byProjection(optima: Optima): Projected[] {
  const points = optima.flatMap((optimum, index) => {
    if (!optimum) return [];
    const direction = directionOf(optimum.length);
    const at = optimum.reduce((total, value, j) => total + value * direction[j], 0);
    return [{ index, optimum, at }];
  });
  return points.sort((a, b) => a.at - b.at);
}

/** Multiples of the golden ratio, modulo 1, above 1: lattices do not fold onto one point along it. */
const directionOf = (length: number) =>
  Float64Array.from({ length }, (_, j) => 1 + ((j * 0.6180339887498949) % 1));

/** The smallest distance of two points, looking along the projection no further than the best so far. */
function closest(points: readonly Projected[]): number {
  const stretch = sum(directionOf(points[0].optimum.length));
  let best = Infinity;
  for (let a = 0; a < points.length; a++) {
    for (let b = a + 1; b < points.length; b++) {
      if (points[b].at - points[a].at > best * stretch) break;
      best = Math.min(best, distance(points[a].optimum, points[b].optimum));
    }
  }
  return best;
}

function distance(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let j = 0; j < a.length; j++) most = Math.max(most, Math.abs(a[j] - b[j]));
  return most;
}

const ambiguous = (gap: number, tolerance: number) =>
  new RangeError(
    `tolerance ${tolerance} does not tell equal optima from different ones: two are ${gap.toExponential(1)} apart, ` +
      `more than it and less than ${GUARD} times it`,
  );
