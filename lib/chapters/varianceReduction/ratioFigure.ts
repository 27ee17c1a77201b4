import * as Plot from "@observablehq/plot";
import { max, mean, min } from "d3-array";
import { MODEL_NAMES, type ModelName } from "../../models/postModels.js";
import { endLabels } from "../../plotting/endLabels.js";
import { note } from "../../plotting/label.js";
import { PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import { checkFinite, checkNotEmpty } from "../../validate/checks.js";
import type { ScannedRatio } from "./inequalityScan.js";

const SYMBOLS: Record<ModelName, Plot.SymbolType> = {
  student: "circle",
  teacher: "square",
  distilled: "triangle",
};
const OFFSETS: Record<ModelName, number> = { student: -1.2, teacher: 0, distilled: 1.2 };

/**
 * Left side over right side of the post's inequality, a mark for each fitted function; below 1 the inequality fails.
 *
 * @param ratios of fittedRatios; random cubics are left out
 * @throws RangeError if there is no ratio, or a number is not finite
 */
export function ratioFigure(ratios: readonly ScannedRatio[]): Figure {
  checkNotEmpty("ratios", ratios);
  checkFinite("ratios", ratios);
  const most = Math.max(1, max(ratios, ({ ratio }) => ratio) as number) * 1.05;
  const failing = ratios.filter(({ ratio }) => ratio < 1).length;
  const sizes = [...new Set(ratios.map(({ trainingExamples }) => trainingExamples))];
  const last = Math.max(...sizes);
  const marks = MODEL_NAMES.map((model) => {
    const own = ratios.filter((ratio) => ratio.model === model);
    const dots = Plot.dot(own, {
      x: (point: ScannedRatio) => point.trainingExamples + OFFSETS[model],
      y: "ratio",
      r: 2.8,
      symbol: SYMBOLS[model],
      stroke: PALETTE[model],
      strokeOpacity: 0.8,
    });
    return { model, own, dots };
  });
  return renderFigure(
    `Ratio of the two sides of the post's inequality for ${ratios.length} fitted functions. The smallest is ` +
      `${(min(ratios, ({ ratio }) => ratio) as number).toFixed(2)}; below 1, where the inequality fails, are ${failing}: ` +
      `${marks.map(({ model, own }) => `${model} ${(mean(own, (v) => v.ratio) ?? 0).toFixed(1)} on average`).join(", ")}.`,
    {
      marginRight: 92,
      insetTop: 0,
      x: {
        label: "number of training examples",
        ticks: sizes,
        tickFormat: String,
        domain: [Math.min(...sizes) - 2, last + 2],
      },
      y: {
        label: "variance on hard labels / variance of the post's formula",
        grid: true,
        domain: [0, most],
      },
      marks: [
        Plot.ruleY([1], { stroke: PALETTE.guide, strokeDasharray: "4 3", strokeWidth: 1.5 }),
        note("below 1 the inequality fails", {
          frameAnchor: "bottom-left",
          dx: 8,
          dy: -318 / most + 14,
          fill: PALETTE.guide,
        }),
        ...marks.map(({ dots }) => dots),
        endLabels(
          marks
            .filter(({ own }) => own.length > 0)
            .map(({ model, own }) => ({
              text: model,
              x: last + 2,
              y: mean(
                own.filter((v) => v.trainingExamples === last),
                (v) => v.ratio,
              ) as number,
              fill: PALETTE[model],
            })),
          { domain: [0, most], innerHeight: 324 },
        ),
      ],
    },
  );
}
