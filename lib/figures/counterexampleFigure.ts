import * as Plot from "@observablehq/plot";
import type { CounterexamplePath } from "../experiments/counterexamplePath.js";
import { lineFigure } from "./lineFigure.js";
import { PALETTE } from "./palette.js";
import type { Figure } from "./render.js";

/**
 * The three variances as the logit at the sure input moves from right to wrong, and where the post's inequality breaks.
 *
 * @param path of counterexamplePath, the logits from right to wrong (decreasing): lines are labelled where they end
 */
export function counterexampleFigure(path: CounterexamplePath): Figure {
  const { logits, crossing } = path;
  const line = (label: string, role: "student" | "shuffled" | "truth", y: Float64Array) => ({
    label,
    role,
    x: logits.map((z) => -z),
    y,
  });
  const end = logits.length - 1;
  const most = Math.max(...path.postFormula, ...path.hard) * 1.05;
  return lineFigure(
    [
      line("post's formula", "shuffled", path.postFormula),
      line("hard labels", "student", path.hard),
      line("Bayes labels", "truth", path.soft),
    ],
    {
      alt:
        "Variance of one example's loss against the size of the mistake on the sure label. Hard labels start above the " +
        `post's formula; from a mistake of ${(-crossing).toFixed(2)} on the post's formula has the larger variance, in the ` +
        `end ${path.postFormula[end].toFixed(2)} against ${path.hard[end].toFixed(2)}. Bayes labels stay below hard labels by ` +
        `${(path.hard[end] - path.soft[end]).toFixed(2)} everywhere.`,
      xLabel: "-f at the sure input (right below 0, wrong above)",
      yLabel: "variance (nats²)",
      yDomain: [0, most],
      marginRight: 126,
      under: [
        Plot.ruleX([-crossing], { stroke: PALETTE.guide, strokeDasharray: "4 3" }),
        Plot.text([{ x: -crossing, y: most * 0.9 }], {
          x: "x",
          y: "y",
          text: () => `the inequality fails\nright of ${(-crossing).toFixed(2)}`,
          textAnchor: "end",
          dx: -8,
          fill: PALETTE.guide,
        }),
      ],
    },
  );
}
