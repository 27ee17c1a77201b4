import * as Plot from "@observablehq/plot";
import { range } from "d3-array";
import type { BinaryData } from "../../data/dataset.js";
import { postEta } from "../../data/postData.js";
import { checkData } from "../../plotting/checks.js";
import { PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";

/**
 * The post's data: one tick a label, at 0 or 1, under the curve of the true probability.
 *
 * @param data at most a few hundred examples, or the ticks run together
 * @throws RangeError or TypeError where an input is not finite or a label not 0 or 1
 */
export function dataFigure(data: BinaryData): Figure {
  checkData(data);
  const { x, y } = data;
  const points = Array.from(x, (value, i) => ({ x: value, y: y[i] }));
  const curve = range(-30, 30.01, 0.1).map((value) => ({ x: value, y: postEta(value) }));
  return renderFigure(
    `${x.length} labelled examples along x. The labels, ticks at 0 and at 1, appear everywhere; the true probability ` +
      "of label 1 swings between 0.1 and 0.9 as a sine.",
    {
      marginRight: 76,
      x: { label: "x", labelAnchor: "center", labelArrow: "none", domain: [-30, 30] },
      y: {
        label: "probability of label 1",
        labelArrow: "none",
        domain: [-0.1, 1.1],
        ticks: [0, 0.1, 0.5, 0.9, 1],
      },
      marks: [
        Plot.ruleY([0.1, 0.5, 0.9], { stroke: "#dddddd" }),
        Plot.ruleX(points, {
          x: "x",
          y1: (point) => point.y - 0.03,
          y2: (point) => point.y + 0.03,
          stroke: PALETTE.guide,
          strokeOpacity: 0.7,
          clip: true,
        }),
        Plot.line(curve, { x: "x", y: "y", stroke: PALETTE.truth, strokeWidth: 2 }),
        Plot.text([{ x: 30, y: postEta(30) }], {
          x: "x",
          y: "y",
          text: () => "η(x)",
          dx: 8,
          textAnchor: "start",
          fontWeight: "bold",
          fill: PALETTE.truth,
        }),
      ],
    },
  );
}
