import { normalGrid } from "../../data/normalGrid.js";
import { postEta } from "../../data/postData.js";
import { populationLoss } from "../../losses/logLoss.js";
import { logit } from "../../losses/softplus.js";
import { polynomialFeatures, sineFeatures } from "../../models/features.js";
import { decisionFunction } from "../../models/linearModel.js";
import { fitLogistic } from "../../models/logistic.js";
import { MODEL_NAMES } from "../../models/postModels.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkNumber, MAX_MAGNITUDE } from "../../validate/checks.js";
import { checkPublishedFigure, type PublishedFigure } from "./publishedFigure.js";

/** Population log-losses in nats: what each kind of model could reach with endless data. */
export interface AttainableLosses {
  /** The constant prediction 1/2. */
  constant: number;
  /** The best cubic in x. */
  cubic: number;
  /** The best function of the form intercept + weight · sin x. */
  sine: number;
  /** The true probabilities: no model has less. */
  bayes: number;
}

/**
 * The losses that the post's data sets a floor for: x ~ N(0, scale²), eta = 0.5 + 0.4 sin x.
 *
 * @param options.scale standard deviation of x
 * @throws RangeError if scale is not a positive finite number
 * @example attainableLosses().bayes // 0.5162907…
 */
export function attainableLosses({ scale = 10 } = {}): AttainableLosses {
  const grid = normalGrid(scale);
  const eta = grid.points.map(postEta);
  const best = (features: ReturnType<typeof sineFeatures>) => {
    const model = fitLogistic(features, eta, { sampleWeights: grid.weights });
    return populationLoss(grid, decisionFunction(model, features), eta);
  };
  return {
    constant: Math.LN2,
    cubic: best(polynomialFeatures(grid.points, 3, { scale })),
    sine: best(sineFeatures(grid.points)),
    bayes: populationLoss(grid, eta.map(logit), eta),
  };
}

/**
 * The mean test losses over the floors that the distribution sets: the best cubic, and Bayes.
 *
 * @param result of publishedFigure
 * @param floor of attainableLosses
 * @throws RangeError if a number is not finite, or a loss not above 0
 */
export function attainableLossFigure(result: PublishedFigure, floor: AttainableLosses): Figure {
  checkPublishedFigure("result", result);
  for (const [name, level] of Object.entries(floor))
    checkNumber(`floor.${name}`, level, Number.MIN_VALUE, MAX_MAGNITUDE);
  const x = result.trainingExamples;
  const level = (label: string, role: Line["role"], value: number): Line => ({
    label,
    role,
    x: [x[0], x[x.length - 1]],
    y: [value, value],
  });
  const models = MODEL_NAMES.map((name) => ({
    label: name,
    role: name,
    x,
    y: result.curves[name].test.mean,
    dots: true,
  }));
  const least = models.map(({ label, y }) => `${label} ${Math.min(...y).toFixed(4)}`);
  return lineFigure(
    [level("best cubic", "guide", floor.cubic), level("Bayes", "truth", floor.bayes), ...models],
    {
      alt:
        `Mean test losses against training examples over two levels: the loss of the best cubic, ` +
        `${floor.cubic.toFixed(4)}, and the Bayes loss, ${floor.bayes.toFixed(4)}. Lowest points: ${least.join(", ")}.`,
      xLabel: "number of training examples",
      yLabel: "test log-loss (nats)",
      yLog: true,
      yDomain: [0.48, 4],
      xTicks: x,
    },
  );
}
