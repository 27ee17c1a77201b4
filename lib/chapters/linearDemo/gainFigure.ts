import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { type PairedDifference, pairedDifference } from "../../statistics/paired.js";
import { checkPublishedFigure, type PublishedFigure } from "./publishedFigure.js";

/**
 * How much lower the distilled model's loss is than the student's, at each training size, paired by trial.
 *
 * @param result of publishedFigure with at least 2 trials
 * @param split which losses
 * @returns one paired difference (student minus distilled, in nats) for each training size
 * @throws RangeError if a loss is not finite, or there is only one trial
 * @example distillationGain(publishedFigure(), "test")[0].value // 2.4362…
 */
export function distillationGain(
  result: PublishedFigure,
  split: "train" | "test",
): PairedDifference[] {
  checkPublishedFigure("result", result);
  const { student, distilled } = result.curves;
  return student[split].trials.map((losses, k) =>
    pairedDifference(losses, distilled[split].trials[k]),
  );
}

/**
 * What distillation saves in test loss at each training size, with bands of two standard errors: few trials against many.
 *
 * @param few of publishedFigure, at least 2 trials
 * @param many the same with more trials
 * @throws RangeError if a number is not finite, there is only one trial, or a mean gain is not above 0, which a logarithmic
 * axis cannot show
 */
export function gainFigure(few: PublishedFigure, many: PublishedFigure): Figure {
  checkPublishedFigure("few", few);
  checkPublishedFigure("many", many);
  const [fewGains, manyGains] = [few, many].map((result) => distillationGain(result, "test"));
  const line = (gains: PairedDifference[], x: readonly number[], role: Line["role"]): Line => ({
    label: `${gains[0].count} trials`,
    role,
    x,
    y: gains.map(({ value }) => value),
    halfWidth: gains.map(({ standardError }) => 2 * standardError),
    dots: true,
  });
  const { trainingExamples: sizes } = few;
  const said = (k: number) =>
    [fewGains[k], manyGains[k]]
      .map(({ count, value, standardError }) => {
        const error = standardError.toFixed(2);
        return `${value.toFixed(2)} ± ${error} over ${count} trials`;
      })
      .join(" and ");
  const last = sizes.length - 1;
  return lineFigure(
    [line(fewGains, sizes, "guide"), line(manyGains, many.trainingExamples, "truth")],
    {
      alt:
        `Student's minus distilled model's test loss against training examples, with bands of two standard errors. ` +
        `At n = ${sizes[0]} it is ${said(0)}; at n = ${sizes[last]} ${said(last)}.`,
      xLabel: "number of training examples",
      yLabel: "student − distilled in test log-loss (nats), with ±2 standard errors",
      yLog: true,
      yDomain: [0.02, 5],
      xTicks: sizes,
    },
  );
}
