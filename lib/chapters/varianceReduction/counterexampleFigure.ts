import * as Plot from "@observablehq/plot";
import { extent } from "d3-array";
import { lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { checkFinite, checkLength, checkNotEmpty } from "../../validate/checks.js";
import type { CounterexamplePath } from "./counterexamplePath.js";

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
        Plot.text([{ x: -crossing, y: high }], {
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
