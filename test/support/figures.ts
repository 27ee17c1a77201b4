import type { PublishedFigure } from "../../lib/chapters/linearDemo/publishedFigure.js";

/**
 * A made-up result with three training sizes and two trials, in which the distilled model gains at every size.
 *
 * @param gap what the student's two test losses have on the distilled model's
 */
export function gainingFigure(gap: readonly [number, number] = [1, 2]): PublishedFigure {
  const sizes = [10, 20, 40];
  const curve = (first: number, second: number) => {
    const trials = sizes.map((n) =>
      Float64Array.of((first * 10) / n + 0.6, (second * 10) / n + 0.6),
    );
    return { mean: Float64Array.from(trials, ([a, b]) => (a + b) / 2), trials };
  };
  return {
    trainingExamples: sizes,
    curves: {
      student: { train: curve(-0.3, -0.2), test: curve(0.5 + gap[0], 0.5 + gap[1]) },
      teacher: { train: curve(-0.15, -0.15), test: curve(0, 0.1) },
      distilled: { train: curve(-0.2, 0), test: curve(0.5, 0.5) },
    },
    redrawn: 0,
  };
}
