import { checkDistribution } from "../../losses/domains.js";
import { flatten, oneHot } from "../../losses/targets.js";
import type { SeededStream } from "../../random/seededStream.js";
import {
  checkInteger,
  checkIntegers,
  checkLength,
  checkNotEmpty,
  checkValues,
  MAX_MAGNITUDE,
} from "../../validate/checks.js";
import type { Rows } from "./classifiers.js";

/** A made-up distribution: every trial draws its own data. */
export interface Distribution {
  name: string;
  /** Names of the classes, at least 2. */
  classes: readonly string[];
  /** n inputs. */
  draw(n: number, rng: SeededStream): Rows;
  /** The true distribution over the classes at each input. */
  truth(inputs: Rows): Rows;
  /** Examples to train on and to choose settings with. */
  train: number;
  validation: number;
  /** Inputs on which losses are computed, with the true probabilities. Default 2000. */
  test?: number;
}

/** A table: every trial splits it anew, class by class, three rows in five to train on and one each to choose and to test with. */
export interface Table {
  name: string;
  classes: readonly string[];
  /** n rows of numbers, as they are: each trial scales them by its training rows. */
  inputs: Rows;
  /** n classes. */
  labels: ArrayLike<number>;
  /** "mean": a NaN among the inputs is a missing number, for which each trial takes the mean of its training rows. */
  missing?: "mean";
}

/** Examples of one trial. */
export interface Part {
  inputs: Rows;
  labels: Int32Array;
  /** n × classes: the true distributions, or the labels where nobody knows better. */
  truth: Float64Array;
}

export const isTable = (data: Distribution | Table): data is Table => "labels" in data;

/** Fewer rows of a class could not stand in each part. */
export const LEAST_ROWS = 5;

export function checkData(data: Distribution | Table): void {
  checkNotEmpty("data.name", data.name);
  checkInteger("the number of data.classes", data.classes.length, 2, 100);
  if (isTable(data)) {
    const { inputs, labels, classes } = data;
    checkNotEmpty("data.inputs", inputs as unknown as ArrayLike<number>);
    checkLength("data.labels", labels, inputs.length, "data.inputs");
    checkIntegers("data.labels", labels, 0, classes.length - 1);
    inputs.forEach((row, i) => {
      checkLength(`data.inputs[${i}]`, row, inputs[0].length, "data.inputs[0]");
      const present = data.missing === "mean" ? row.map((x) => (Number.isNaN(x) ? 0 : x)) : row;
      checkValues(`data.inputs[${i}]`, present, -MAX_MAGNITUDE, MAX_MAGNITUDE);
    });
    classes.forEach((name, k) => {
      const rows = Array.from(labels).filter((label) => label === k).length;
      checkInteger(`the rows in data.labels of class ${name}`, rows, LEAST_ROWS);
    });
  } else {
    checkInteger("data.train", data.train, 2, 1e6);
    checkInteger("data.validation", data.validation, 2, 1e6);
    checkInteger("data.test", data.test ?? 2000, 1, 1e6);
  }
}

/** Test rows over training rows of a table's splits, which {@link correctedEstimate} asks for; 0 for independent draws. */
export const overlapOf = (data: Distribution | Table): number => (isTable(data) ? 1 / 3 : 0);

/** The data of one trial: to train on, to choose settings with, to test. */
export function drawParts(data: Distribution | Table, rng: SeededStream): [Part, Part, Part] {
  return isTable(data) ? splitTable(data, rng) : drawFrom(data, rng);
}

function splitTable({ inputs, labels, classes }: Table, rng: SeededStream): [Part, Part, Part] {
  const places: number[][] = [[], [], []];
  for (let k = 0; k < classes.length; k++) {
    const members = Array.from(labels, (_, i) => i).filter((i) => labels[i] === k);
    const fifth = Math.round(members.length / 5);
    rng.permutation(members.length).forEach((from, to) => {
      places[to < fifth ? 2 : to < 2 * fifth ? 1 : 0].push(members[from]);
    });
  }
  const trained = places[0].map((i) => inputs[i]);
  const scales = Array.from(inputs[0], (_, j) => {
    const present = trained.map((row) => row[j]).filter((x) => !Number.isNaN(x));
    const mean = present.reduce((sum, x) => sum + x, 0) / present.length || 0;
    const square = present.reduce((sum, x) => sum + (x - mean) ** 2, 0) / present.length;
    return { mean, deviation: Math.sqrt(square) || 1 };
  });
  const part = (rows: readonly number[]): Part => {
    const own = Int32Array.from(rows, (i) => labels[i]);
    return {
      inputs: rows.map((i) =>
        Float64Array.from(inputs[i], (x, j) =>
          // The mean of the training rows, in place of a missing number.
          Number.isNaN(x) ? 0 : (x - scales[j].mean) / scales[j].deviation,
        ),
      ),
      labels: own,
      truth: flatten(oneHot(own, classes.length)),
    };
  };
  return [part(places[0]), part(places[1]), part(places[2])];
}

/** Training and validation sets that lack a class are drawn again: a free intercept would have no optimum. */
const ATTEMPTS = 100;

function drawFrom(data: Distribution, rng: SeededStream): [Part, Part, Part] {
  const d = data.classes.length;
  const part = (n: number, everyClass: boolean): Part => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const inputs = data.draw(n, rng);
      checkInteger("the rows of data.draw(n)", inputs?.length, n, n);
      inputs.forEach((row, i) => {
        checkInteger(`the numbers in data.draw(n)[${i}]`, row?.length, 1);
        checkLength(`data.draw(n)[${i}]`, row, inputs[0].length, "data.draw(n)[0]");
        checkValues(`data.draw(n)[${i}]`, row);
      });
      const rows = data.truth(inputs);
      checkInteger("the rows of data.truth(inputs)", rows?.length, n, n);
      rows.forEach((row, i) => {
        checkInteger(`the probabilities in data.truth(inputs)[${i}]`, row?.length, d, d);
        checkDistribution(`data.truth(inputs)[${i}]`, row);
      });
      const chances = rng.uniform(n);
      const labels = Int32Array.from(rows, (row, i) => {
        let k = 0;
        for (let sum = row[0]; k < d - 1 && chances[i] >= sum; sum += row[k]) k++;
        return k;
      });
      if (!everyClass || new Set(labels).size === d)
        return { inputs, labels, truth: flatten(rows) };
    }
    throw new RangeError(
      `data.train and data.validation must be large enough for every class, got ${n} examples without one in ${ATTEMPTS} draws`,
    );
  };
  return [part(data.train, true), part(data.validation, true), part(data.test ?? 2000, false)];
}
