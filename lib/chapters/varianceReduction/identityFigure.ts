import * as Plot from "@observablehq/plot";
import { PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import type { Estimate } from "../../statistics/estimate.js";
import { checkFinite, checkNotEmpty } from "../../validate/checks.js";

/** Both sides of the identity for one way of choosing the predictor. */
export interface IdentityRow {
  label: string;
  measured: Estimate;
  predicted: Estimate;
}

const ROW = 58;

/**
 * The difference of the two variances as measured, and as the identity predicts it, each with two standard errors.
 *
 * @param rows one or more
 * @throws RangeError if there is no row, or a number is not finite
 */
export function identityFigure(rows: readonly IdentityRow[]): Figure {
  checkNotEmpty("rows", rows);
  checkFinite("rows", rows);
  const marksOf = (
    key: "measured" | "predicted",
    dy: number,
    color: string,
    symbol: "circle" | "diamond",
  ) => {
    const points = rows.map((row) => ({ label: row.label, ...row[key] }));
    return [
      Plot.link(points, {
        x1: (point) => point.value - 2 * point.standardError,
        x2: (point) => point.value + 2 * point.standardError,
        y: "label",
        stroke: color,
        strokeWidth: 2,
        dy,
      }),
      Plot.dot(points, { x: "value", y: "label", r: 5, symbol, fill: color, dy }),
      Plot.text(points.slice(0, 1), {
        x: "value",
        y: "label",
        text: () => key,
        fill: color,
        fontWeight: "bold",
        dy: dy + Math.sign(dy) * 14,
      }),
    ];
  };
  const both = ({ measured, predicted }: IdentityRow) =>
    `measured ${measured.value.toFixed(2)} ± ${measured.standardError.toFixed(2)}, predicted ${predicted.value.toFixed(2)}`;
  return renderFigure(
    `Variance on hard labels minus variance on Bayes labels, times n. ${rows.map((row) => `${row.label}: ${both(row)}`).join("; ")}.`,
    {
      height: 100 + ROW * rows.length,
      marginTop: 40,
      marginLeft: 148,
      marginRight: 32,
      insetTop: 0,
      x: {
        label: "n × (variance on hard labels - variance on Bayes labels) (nats²)",
        grid: true,
        nice: true,
      },
      y: {
        label: null,
        domain: rows.map(({ label }) => label),
        tickSize: 0,
        type: "point",
        padding: 0.5,
      },
      marks: [
        Plot.ruleX([0], { stroke: PALETTE.guide }),
        ...marksOf("predicted", -8, PALETTE.truth, "diamond"),
        ...marksOf("measured", 8, PALETTE.student, "circle"),
      ],
    },
  );
}
