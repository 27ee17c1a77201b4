import type { SeededStream } from "../../random/seededStream.js";
import {
  checkInteger,
  checkIntegers,
  checkLength,
  checkNumber,
  checkValues,
} from "../../validate/checks.js";

/** A distribution of examples that show their class in several ways. */
export interface ViewProblem {
  /** Default 10. */
  classes?: number;
  /** Views a class: orthonormal directions, a view of its own for each. Default 2. */
  views?: number;
  /** The largest strength of the views of two other classes. Default 0.4. */
  others?: number;
  /** How strong a single-view example shows its other views, about. Default 0.1. */
  faint?: number;
  /** Standard deviation of the noise in every coordinate. Default 0.05. */
  noise?: number;
  /** Share of the examples that show a single view. Default 0. */
  single?: number;
}

const VIEW_PROBLEM: Required<ViewProblem> = {
  classes: 10,
  views: 2,
  others: 0.4,
  faint: 0.1,
  noise: 0.05,
  single: 0,
};

/** Examples of patches. */
export interface ViewData {
  classes: number;
  views: number;
  /** An example's patches. */
  patches: number;
  /** Coordinates of a patch: one a view, class by class, and {@link SPARE} that hold noise alone. */
  dimensions: number;
  /** n × patches × dimensions. */
  inputs: Float64Array;
  labels: Int32Array;
  /** The one view that an example shows, or -1 where it shows all. */
  shown: Int32Array;
}

/** Classes other than its own of which an example shows something; each takes a patch. */
const OTHERS = 2;
export const SPARE = 4;

/**
 * Draws examples. Each has a patch for every view of its class and one for each of two other classes. An example of several views has all its
 * views at strengths from 0.8 to 1.2; one of a single view has one of them so, and the rest at 0.5 to 1.5 times `faint`. Of the other
 * classes all views are there, at 0.3 to 1 times `others`. Gaussian noise lies on everything. The directions are the
 * first axes: the network's random start is the same in every rotation.
 *
 * @param n examples
 * @throws RangeError if an option is out of its range
 * @see Allen-Zhu & Li 2020, arXiv:2012.09816, section 2: their definition 2.1, made small
 * @example drawViews(3, { noise: 0 }, seededStream("a")).patches // 4
 */
export function drawViews(n: number, problem: ViewProblem, stream: SeededStream): ViewData {
  const { classes, views, others, faint, noise, single } = { ...VIEW_PROBLEM, ...problem };
  checkInteger("n", n, 1, 1e6);
  checkInteger("classes", classes, OTHERS + 1, 100);
  checkInteger("views", views, 1, 100);
  for (const [name, value] of Object.entries({ others, faint, noise }))
    checkNumber(name, value, 0, 1e3);
  checkNumber("single", single, 0, 1);
  const patches = views + OTHERS;
  const dimensions = classes * views + SPARE;
  const inputs = stream.normal(n * patches * dimensions).map((z) => noise * z);
  const labels = new Int32Array(n);
  const shown = new Int32Array(n);
  // One draw for the label, two for the view shown, and the other classes and all strengths.
  const draws = 3 + OTHERS + patches * views;
  for (let i = 0; i < n; i++) {
    const u = stream.uniform(draws);
    const label = Math.floor(classes * u[0]);
    labels[i] = label;
    shown[i] = u[1] < single ? Math.floor(views * u[2]) : -1;
    const show = (patch: number, c: number, v: number, strength: number) => {
      inputs[(i * patches + patch) * dimensions + c * views + v] += strength;
    };
    for (let v = 0; v < views; v++) {
      const full = shown[i] < 0 || shown[i] === v;
      show(v, label, v, full ? 0.8 + 0.4 * u[3 + OTHERS + v] : faint * (0.5 + u[3 + OTHERS + v]));
    }
    const first = Math.floor((classes - 1) * u[3]);
    const second = Math.floor((classes - 2) * u[4]);
    const steps = [first, second < first ? second : second + 1];
    for (const [k, step] of steps.entries()) {
      for (let v = 0; v < views; v++) {
        const strength = others * (0.3 + 0.7 * u[3 + OTHERS + (1 + k) * views + v]);
        show(views + k, (label + 1 + step) % classes, v, strength);
      }
    }
  }
  return { classes, views, patches, dimensions, inputs, labels, shown };
}

/** Throws unless the examples fit together. */
export function checkViewData(data: ViewData): void {
  const { classes, views, patches, dimensions, inputs, labels, shown } = data;
  for (const [name, value] of Object.entries({ classes, views, patches })) {
    checkInteger(`data.${name}`, value, 1);
  }
  checkInteger("data.dimensions", dimensions, classes * views);
  checkIntegers("data.labels", labels, 0, classes - 1);
  checkInteger("the length of data.labels", labels.length, 1);
  checkIntegers("data.shown", shown, -1, views - 1);
  checkLength("data.shown", shown, labels.length, "data.labels");
  checkLength("data.inputs", inputs, labels.length * patches * dimensions, "its examples");
  checkValues("data.inputs", inputs);
}
