import * as Plot from "@observablehq/plot";
import { mean, range } from "d3-array";
import { type BinaryData, checkBinaryData } from "../../data/dataset.js";
import { postEta } from "../../data/postData.js";
import { label } from "../../plotting/label.js";
import { PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import { checkFinite } from "../../validate/checks.js";

/** The x-axis ends here, on both sides. */
const REACH = 30;

/**
 * The post's data: one tick a label, at 0 or 1, under the curve of the true probability.
 *
 * @param data at most a few hundred examples, or the ticks run together
 * @throws RangeError if an input is not finite or a label is not 0 or 1
 */
export function dataFigure(data: BinaryData): Figure {
  checkBinaryData("data", data);
  checkFinite("data.x", data.x);
  const { x, y } = data;
  const points = Array.from(x, (value, i) => ({ x: value, y: y[i] }));
  const ones = Math.round(100 * (mean(y) ?? 0));
  const outside = x.filter((value) => Math.abs(value) > REACH).length;
  const curve = range(-REACH, REACH + 0.01, 0.1).map((value) => ({ x: value, y: postEta(value) }));
  return renderFigure(
    `${x.length} labelled examples along x as ticks, ${ones} % of them at label 1 and the others at 0` +
      `${outside ? `; ${outside} of them lie beyond ±${REACH} and are not shown` : ""}. ` +
      "The true probability of label 1 swings between 0.1 and 0.9 as a sine.",
    {
      marginRight: 76,
      x: { label: "x", domain: [-REACH, REACH] },
      y: { label: "probability of label 1", domain: [-0.1, 1.1], ticks: [0, 0.1, 0.5, 0.9, 1] },
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
        label("η(x)", {
          x: REACH,
          y: postEta(REACH),
          dx: 8,
          textAnchor: "start",
          fill: PALETTE.truth,
        }),
      ],
    },
  );
}
