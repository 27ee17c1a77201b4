import {
  type PublishedFigure,
  type PublishedFigureOptions,
  publishedFigure,
} from "../../lib/chapters/linearDemo/publishedFigure.js";

const runs = new Map<string, PublishedFigure>();

/** publishedFigure, run once for the same options within a test file. */
export function published(options: PublishedFigureOptions = {}): PublishedFigure {
  const key = JSON.stringify(options);
  const run = runs.get(key) ?? publishedFigure(options);
  runs.set(key, run);
  return run;
}

/**
 * A made-up result with two training sizes and two trials; all its means are short decimals.
 *
 * @param scale multiplies every loss
 */
export function madeUpFigure(scale = 1): PublishedFigure {
  const curve = (trials: number[][]) => ({
    mean: Float64Array.from(trials, ([a, b]) => (scale * (a + b)) / 2),
    trials: trials.map((values) => Float64Array.from(values, (value) => scale * value)),
  });
  return {
    trainingExamples: [10, 20],
    curves: {
      student: {
        train: curve([
          [0.25, 0.75],
          [0.5, 0.5],
        ]),
        test: curve([
          [2, 4],
          [1, 0.5],
        ]),
      },
      teacher: {
        train: curve([
          [0.5, 0.5],
          [0.25, 0.75],
        ]),
        test: curve([
          [0.5, 1],
          [0.5, 0.5],
        ]),
      },
      distilled: {
        train: curve([
          [0.5, 1],
          [0.75, 0.75],
        ]),
        test: curve([
          [1, 1],
          [0.5, 1],
        ]),
      },
    },
    redrawn: 0,
  };
}
