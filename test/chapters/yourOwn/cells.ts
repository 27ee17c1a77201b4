import type { Classifier, Rows } from "../../../lib/chapters/yourOwn/classifiers.js";
import type { Distribution } from "../../../lib/chapters/yourOwn/problem.js";
import { seededStream } from "../../../lib/random/seededStream.js";

/** Three cells, with a probability of "yes" each. */
const ETA = [0.3, 0.5, 0.8];

export const cells = (train = 24): Distribution => ({
  name: "cells",
  classes: ["no", "yes"],
  train,
  validation: 12,
  test: 60,
  draw: (n, rng) => Array.from(rng.uniform(n), (u) => [Math.floor(3 * u)]),
  truth: (inputs) => inputs.map(([cell]) => [1 - ETA[cell], ETA[cell]]),
});

/** Which of the cells, from the lowest: a table's numbers come scaled. */
const levelsOf = (inputs: Rows) => [...new Set(inputs.map(([x]) => x))].sort((a, b) => a - b);
const cellOf = (levels: readonly number[], x: number) =>
  levels.reduce(
    (best, level, k) => (Math.abs(level - x) < Math.abs(levels[best] - x) ? k : best),
    0,
  );

/** A reader's model: the mean target of each cell, with a pseudo-count for each class. */
export function cellMeans(): Classifier {
  let levels: number[] = [];
  let means: number[][] = [];
  return {
    fit(inputs, targets) {
      levels = levelsOf(inputs);
      means = levels.map((level) => {
        const own = targets.filter((_, i) => inputs[i][0] === level);
        const yes = own.reduce((sum, target) => sum + target[1], 1) / (own.length + 2);
        return [1 - yes, yes];
      });
    },
    probabilities: (inputs) => inputs.map(([x]) => means[cellOf(levels, x)]),
  };
}

/**
 * A teacher that hands on fresh labels of the same distribution: a student of them alone and one of the labels are exchangeable,
 * so no difference in their losses is true.
 */
export function relabels(): Classifier {
  let trained: Rows = [];
  let fresh: number[][] = [];
  return {
    fit(inputs, _targets, rng) {
      trained = inputs;
      const levels = levelsOf(inputs);
      const chances = rng.uniform(inputs.length);
      fresh = inputs.map(([x], i) => (chances[i] < ETA[cellOf(levels, x)] ? [0, 1] : [1, 0]));
    },
    probabilities: (inputs) => (inputs === trained ? fresh : inputs.map(() => [0.5, 0.5])),
  };
}

/** A table of the cells, drawn once. */
export function cellTable(name: string, rows: number) {
  const { draw, truth } = cells();
  const rng = seededStream(name);
  const inputs = draw(rows, rng);
  const labels = rng.bernoulli(truth(inputs).map((row) => row[1]));
  return { name, classes: ["no", "yes"], inputs, labels };
}
