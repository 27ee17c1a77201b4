import { list, number, positive } from "../../plotting/checks.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkPublishedFigure } from "./checkPublishedFigure.js";
import { distillationGain } from "./distillationGain.js";
import type { PublishedFigure } from "./publishedFigure.js";

const DOMAIN = [0.02, 5] as const;

/**
 * What distillation saves in test loss at each training size, with bands of two standard errors: few trials against many.
 *
 * @param few of publishedFigure, at least 2 trials
 * @param many the same with more trials
 * @throws RangeError or TypeError where one is no result of publishedFigure, has one trial only, or a mean gain is not
 * above 0, which a logarithmic axis cannot show
 */
export function gainFigure(few: PublishedFigure, many: PublishedFigure): Figure {
  for (const [name, result] of Object.entries({ few, many })) checkGains(name, result);
  const line = (result: PublishedFigure, role: Line["role"]): Line => {
    const gains = distillationGain(result, "test");
    return {
      label: `${gains[0].count} trials`,
      role,
      x: result.trainingExamples,
      y: gains.map((gain) => gain.value),
      halfWidth: gains.map((gain) => 2 * gain.standardError),
      dots: true,
    };
  };
  const said = [few, many].map((result) => {
    const { count, value: mean, standardError } = distillationGain(result, "test")[0];
    return `${mean.toFixed(2)} ± ${standardError.toFixed(2)} over ${count} trials`;
  });
  return lineFigure([line(few, "guide"), line(many, "truth")], {
    alt:
      `Student's minus distilled model's test loss against training examples, with bands of two standard errors. ` +
      `At n = ${few.trainingExamples[0]} it is ${said.join(" and ")}; both curves fall steeply with n and stay above 0.`,
    xLabel: "number of training examples",
    yLabel: "student − distilled in test log-loss (nats), with ±2 standard errors",
    yLog: true,
    yDomain: DOMAIN,
    xTicks: few.trainingExamples,
  });
}

function checkGains(name: string, result: PublishedFigure): void {
  checkPublishedFigure(name, result);
  const { trials } = result.curves.student.test;
  list(list(number(), { least: 2 }))(`${name}.curves.student.test.trials`, trials);
  const gains = distillationGain(result, "test").map(({ value: mean }) => mean);
  list(positive)(`mean gain of ${name}`, gains);
}
