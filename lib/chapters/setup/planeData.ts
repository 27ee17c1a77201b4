import type { TemperatureOptions } from "../../losses/softmax.js";
import { checkInteger, checkIntegers, checkLength, checkValues } from "../../validate/checks.js";

/** Points of the plane. */
export interface PlanePoints {
  /** First coordinates, n of them. */
  x1: Float64Array;
  /** Second coordinates, as many. */
  x2: Float64Array;
}

/** Points of the plane with one of three labels each. */
export interface PlaneData extends PlanePoints {
  /** Labels in {0, 1, 2}, n of them. */
  y: Uint8Array;
}

/** What assigns logits and probabilities of the three classes to any points of the plane. */
export interface PlaneModel {
  /** n rows of d logits. */
  logits(points: PlanePoints): Float64Array[];
  /** n rows of d probabilities, at a temperature. */
  probabilities(points: PlanePoints, options?: TemperatureOptions): Float64Array[];
}

export const PINWHEEL_CLASSES = 3;

/** Throws unless the points have two finite coordinates each; names the first that has not. */
export function checkPlanePoints(name: string, { x1, x2 }: PlanePoints): void {
  checkValues(`${name}.x1`, x1);
  checkLength(`${name}.x2`, x2, x1.length, `${name}.x1`);
  checkValues(`${name}.x2`, x2);
}

/** Throws unless the points are finite and have a label from 0 to 2 each; names the first that has not. */
export function checkPlaneData(name: string, data: PlaneData): void {
  checkPlanePoints(name, data);
  checkLength(`${name}.y`, data.y, data.x1.length, `${name}.x1`);
  checkIntegers(`${name}.y`, data.y, 0, PINWHEEL_CLASSES - 1);
}

/**
 * The first n examples of a data set in the plane.
 *
 * @param n from 1 to the size of the data set
 * @throws RangeError if n is out of its range, a coordinate is not finite or the lengths differ
 * @example firstExamples(pinwheelData(seededStream("example"), 9), 3).y.length // 3
 */
export function firstExamples(data: PlaneData, n: number): PlaneData {
  checkPlaneData("data", data);
  const { x1, x2, y } = data;
  checkInteger("n", n, 1, y.length);
  return { x1: x1.slice(0, n), x2: x2.slice(0, n), y: y.slice(0, n) };
}

/**
 * The examples of two data sets in the plane, one after the other.
 *
 * @throws RangeError if a coordinate is not finite, a label is not a class or lengths differ
 * @example joinExamples(data, firstExamples(data, 2)).y.length // 2 more than data has
 */
export function joinExamples(first: PlaneData, second: PlaneData): PlaneData {
  checkPlaneData("first", first);
  checkPlaneData("second", second);
  return {
    x1: Float64Array.from([...first.x1, ...second.x1]),
    x2: Float64Array.from([...first.x2, ...second.x2]),
    y: Uint8Array.from([...first.y, ...second.y]),
  };
}

/**
 * Points of the plane from pairs of coordinates.
 *
 * @throws RangeError if a coordinate is not finite or a pair does not have two of them
 * @example planePoints([0, 1], [2, 3]).x1 // Float64Array [ 0, 2 ]
 */
export function planePoints(...pairs: readonly (readonly [number, number])[]): PlanePoints {
  pairs.forEach((pair, i) => {
    checkLength(`pairs[${i}]`, pair, 2, "a point of the plane");
    checkValues(`pairs[${i}]`, pair);
  });
  return {
    x1: Float64Array.from(pairs, ([x1]) => x1),
    x2: Float64Array.from(pairs, ([, x2]) => x2),
  };
}
