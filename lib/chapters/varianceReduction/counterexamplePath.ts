import * as Plot from "@observablehq/plot";
import { extent } from "d3-array";
import { finitePopulation, type Population } from "../../data/population.js";
import { binaryCrossEntropy } from "../../losses/logLoss.js";
import { note } from "../../plotting/label.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import {
  checkFinite,
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkValues,
  MAX_MAGNITUDE,
} from "../../validate/checks.js";
import { lossVariances, type Predictor } from "./lossVariances.js";

/** Two equally likely inputs: at 0 the label is surely 1, at 1 it is a fair coin. */
export const sureAndCoin: Population = finitePopulation([0.5, 0.5], [1, 0.5]);

const FROM_RIGHT_TO_WRONG = Float64Array.from({ length: 66 }, (_, k) => 3 - k / 5);

/** The three variances as the logit at the sure input moves; nats², one number for each logit. */
export interface CounterexamplePath {
  logits: Float64Array;
  hard: Float64Array;
  postFormula: Float64Array;
  soft: Float64Array;
  /** Below this logit the post's inequality fails. */
  crossing: number;
}

/**
 * Moves the logit at the sure input of {@link sureAndCoin} and keeps the one at the coin.
 *
 * @param logits at the sure input, at least one, finite; negative is wrong. Default 3 to -10 in steps of 0.2
 * @param coinLogit at the coin, from -1e12 to 1e12 and not 0
 * @throws RangeError if an argument is out of its domain or the square of a logit overflows
 * @example counterexamplePath([-10]).postFormula // Float64Array [ 21.654… ]
 */
export function counterexamplePath(
  logits: ArrayLike<number> = FROM_RIGHT_TO_WRONG,
  coinLogit = 2,
): CounterexamplePath {
  checkNumber("coinLogit", coinLogit, -MAX_MAGNITUDE, MAX_MAGNITUDE);
  if (coinLogit === 0) throw new RangeError("coinLogit must not be 0, got 0");
  checkNotEmpty("logits", logits);
  checkValues("logits", logits);
  const variances = Array.from(logits, (logit) => {
    const f: Predictor = (x) => (x === 0 ? logit : coinLogit);
    return lossVariances(sureAndCoin, f);
  });
  return {
    logits: Float64Array.from(logits),
    hard: Float64Array.from(variances, (v) => v.hard),
    postFormula: Float64Array.from(variances, (v) => v.postFormula),
    soft: Float64Array.from(variances, (v) => v.soft),
    crossing: crossingLogit(coinLogit),
  };
}

/**
 * The logit at the sure input where both sides of the post's inequality are equal. With A the loss there, M the mean
 * loss at the coin and g the coin's logit, (A - M)²/4 + g²/8 = (A - log 2)²/4 is linear in A.
 *
 * @param coinLogit not 0, where both sides are equal everywhere
 * @example crossingLogit(2) // -3.174…
 */
export function crossingLogit(coinLogit: number): number {
  const coinLoss = binaryCrossEntropy(0.5, coinLogit);
  const sureLoss = (coinLogit ** 2 / (2 * (coinLoss - Math.LN2)) + coinLoss + Math.LN2) / 2;
  return -(sureLoss + Math.log(-Math.expm1(-sureLoss)));
}

/**
 * The two sides of the post's inequality as the logit at the sure input moves from right to wrong, measured from the
 * variance on Bayes labels, which takes off what both share; and where the inequality breaks.
 *
 * @param path of counterexamplePath, the logits from right to wrong (decreasing): lines are labelled where they end
 * @throws RangeError if a number is not finite or there is no logit
 */
export function counterexampleFigure(path: CounterexamplePath): Figure {
  checkFinite("path", path);
  const { logits, crossing } = path;
  checkNotEmpty("path.logits", logits);
  for (const key of ["hard", "postFormula", "soft"] as const)
    checkLength(`path.${key}`, path[key], logits.length, "path.logits");
  const x = logits.map((z) => -z);
  const above = (variances: Float64Array) => variances.map((v, i) => v - path.soft[i]);
  const [hard, postFormula] = [above(path.hard), above(path.postFormula)];
  const end = logits.length - 1;
  const [low, high] = extent([...hard, ...postFormula, 0]) as [number, number];
  return lineFigure(
    [
      { label: "post's formula", role: "shuffled", x, y: postFormula },
      { label: "hard labels", role: "student", x, y: hard },
      { label: "Bayes labels", role: "truth", x, y: x.map(() => 0) },
    ],
    {
      alt:
        "Variances of one example's loss, less that on Bayes labels, against the size of the mistake on the sure label. " +
        `Hard labels go from ${hard[0].toFixed(2)} to ${hard[end].toFixed(2)} above Bayes labels, the post's formula from ` +
        `${postFormula[0].toFixed(2)} to ${postFormula[end].toFixed(2)}; the two cross at a mistake of ` +
        `${(-crossing).toFixed(2)}. In the end the variances are ${path.postFormula[end].toFixed(2)} by the post's formula ` +
        `and ${path.hard[end].toFixed(2)} on hard labels.`,
      xLabel: "-f at the sure input (right below 0, wrong above)",
      yLabel: "variance less that on Bayes labels (nats²)",
      yDomain: [low - 0.1 * (high - low), high + 0.1 * (high - low)],
      marginRight: 126,
      under: [
        Plot.ruleX([-crossing], { stroke: PALETTE.guide, strokeDasharray: "4 3" }),
        note(
          `the inequality fails
right of ${(-crossing).toFixed(2)}`,
          {
            x: -crossing,
            y: high,
            textAnchor: "end",
            dx: -8,
            fill: PALETTE.guide,
          },
        ),
      ],
    },
  );
}
