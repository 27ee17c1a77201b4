import * as Plot from "@observablehq/plot";
import { range } from "d3-array";
import { binaryCrossEntropy, lossAtMeanLabel } from "../../losses/logLoss.js";
import { type LabelOptions, label } from "../../plotting/label.js";
import { PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import { checkNumber } from "../../validate/checks.js";

/**
 * Jensen's inequality for the mean of the loss: the curve log(1 + exp(-y f)) over labels y in [-1, 1], the chord between
 * the two labels that occur, and the gap between them at the mean label.
 *
 * @param eta probability of Y = 1, in [0, 1]
 * @param f a finite logit
 * @throws RangeError if eta or f is out of its domain
 */
export function jensenFigure(eta: number, f: number): Figure {
  checkNumber("eta", eta, 0, 1);
  checkNumber("f", f);
  const meanLabel = 2 * eta - 1;
  const onChord = binaryCrossEntropy(eta, f);
  const onCurve = lossAtMeanLabel(eta, f);
  const points = (loss: (t: number, f: number) => number) =>
    range(0, 1.001, 0.01).map((t) => ({ y: 2 * t - 1, loss: loss(t, f) }));
  const at = (y: number, loss: number, text: string, fill: string, options: LabelOptions) =>
    label(text, { x: y, y: loss, fill, ...options });
  const after: LabelOptions = { dx: 10, textAnchor: "start" };
  return renderFigure(
    `The loss against the label y from -1 to 1 at logit ${f}: a convex curve and, above it, the chord between its ends. ` +
      `At the mean label ${meanLabel.toFixed(2)} the chord is at ${onChord.toFixed(3)}, the mean loss, and the curve at ` +
      `${onCurve.toFixed(3)}, the post's formula.`,
    {
      marginRight: 24,
      x: { label: "label y", ticks: [-1, 0, 1] },
      y: { label: "loss (nats)", grid: true, zero: true },
      marks: [
        Plot.line(points(lossAtMeanLabel), {
          x: "y",
          y: "loss",
          stroke: PALETTE.shuffled,
          strokeWidth: 2.2,
        }),
        Plot.line(points(binaryCrossEntropy), {
          x: "y",
          y: "loss",
          stroke: PALETTE.truth,
          strokeWidth: 2.2,
          strokeDasharray: "6 3",
        }),
        Plot.ruleX([meanLabel], {
          y1: onCurve,
          y2: onChord,
          stroke: PALETTE.guide,
          strokeWidth: 3,
          strokeOpacity: 0.5,
        }),
        Plot.dot(
          [
            { y: -1, loss: binaryCrossEntropy(0, f) },
            { y: 1, loss: binaryCrossEntropy(1, f) },
          ],
          { x: "y", y: "loss", r: 5, fill: PALETTE.student },
        ),
        Plot.dot([{ y: meanLabel, loss: onChord }], {
          x: "y",
          y: "loss",
          r: 5,
          symbol: "square",
          fill: PALETTE.truth,
        }),
        Plot.dot([{ y: meanLabel, loss: onCurve }], {
          x: "y",
          y: "loss",
          r: 5,
          symbol: "diamond",
          fill: PALETTE.shuffled,
        }),
        at(-1, binaryCrossEntropy(0, f), "hard label Y = -1", PALETTE.student, {
          ...after,
          dy: -10,
        }),
        at(1, binaryCrossEntropy(1, f), "hard label Y = 1", PALETTE.student, {
          dy: 12,
          dx: 4,
          textAnchor: "end",
        }),
        at(-0.3, binaryCrossEntropy(0.35, f), "chord: soft cross-entropy", PALETTE.truth, {
          ...after,
          dy: -10,
        }),
        at(-0.3, lossAtMeanLabel(0.35, f), "loss curve", PALETTE.shuffled, {
          dx: -10,
          dy: 4,
          textAnchor: "end",
        }),
        at(meanLabel, onChord, `mean loss ${onChord.toFixed(3)}`, PALETTE.truth, {
          ...after,
          dy: -8,
        }),
        at(meanLabel, onCurve, `post's formula ${onCurve.toFixed(3)}`, PALETTE.shuffled, {
          dx: -10,
          dy: 14,
          textAnchor: "end",
        }),
      ],
    },
  );
}
