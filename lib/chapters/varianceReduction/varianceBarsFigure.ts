import * as Plot from "@observablehq/plot";
import { PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import {
  checkChoice,
  checkFinite,
  checkInteger,
  checkNotEmpty,
  checkNumber,
} from "../../validate/checks.js";
import type { LossVariances } from "./lossVariances.js";
import type { ObjectiveErrors } from "./objectiveErrors.js";

/** One bar: what a mean squared error is made of, each part at least 0. */
export interface VarianceBar {
  label: string;
  betweenInputs: number;
  labelNoise: number;
  biasSquared?: number;
  /** Of the whole bar; 0 or left out if it is exact. */
  standardError?: number;
}

const PARTS = [
  { key: "betweenInputs", name: "inputs", fill: "#9A9A9A", text: PALETTE.guide },
  { key: "labelNoise", name: "label noise", fill: PALETTE.student, text: PALETTE.student },
  { key: "biasSquared", name: "bias²", fill: PALETTE.shuffled, text: PALETTE.shuffled },
] as const;
const ROW = 46;
const MARGIN_TOP = 40;
const MARGIN_BOTTOM = 44;

/**
 * Stacked bars, one a kind of label: the variance between inputs, the label noise and the squared bias, with the sum
 * and two standard errors at the end.
 *
 * @param bars one or more
 * @param options.xLabel what is measured, with its unit
 * @param options.digits of the sums
 * @throws RangeError if there is no bar, a part or standard error is negative or not finite, or all are 0
 */
export function varianceBarsFigure(
  bars: readonly VarianceBar[],
  { xLabel, digits = 3 }: { xLabel: string; digits?: number },
): Figure {
  checkNotEmpty("bars", bars);
  checkInteger("digits", digits, 0, 100);
  for (const { label, ...parts } of bars) {
    for (const [name, part] of Object.entries(parts))
      checkNumber(`${name} of the bar ${label}`, part, 0);
  }
  const segments = bars.flatMap((bar) => segmentsOf(bar));
  const ends = bars.map((bar) => ({ ...bar, total: totalOf(bar), error: bar.standardError ?? 0 }));
  const sumOf = ({ total, error }: { total: number; error: number }) =>
    total.toFixed(digits) + (error > 0 ? ` ± ${error.toFixed(digits)}` : "");
  const widest = Math.max(...ends.map(({ total, error }) => total + 2 * error));
  checkNumber("the longest of bars", widest, Number.MIN_VALUE);
  const shown = PARTS.filter(({ key }) => bars.some((bar) => (bar[key] ?? 0) > 0.02 * widest));
  // Each part is named once, over the first bar that shows it well or else over the one that shows it best.
  const names = shown.map(({ key, name, text }) => {
    const own = segments.filter((segment) => segment.key === key);
    const best = own.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
    const well = own.find(({ start, end }) => end - start > 0.04 * widest);
    return { ...(well ?? best), name, text };
  });
  return renderFigure(
    `${xLabel}, stacked bars: ${ends
      .map(
        (bar) =>
          `${bar.label} ${sumOf(bar)} (inputs ${bar.betweenInputs.toFixed(digits)}, label noise ` +
          `${bar.labelNoise.toFixed(digits)}${bar.biasSquared === undefined ? "" : `, bias² ${bar.biasSquared.toFixed(digits)}`})`,
      )
      .join("; ")}.`,
    {
      height: MARGIN_TOP + MARGIN_BOTTOM + ROW * bars.length,
      marginTop: MARGIN_TOP,
      marginBottom: MARGIN_BOTTOM,
      marginLeft: 148,
      marginRight: 124,
      insetTop: 0,
      x: { label: xLabel, grid: true, domain: [0, widest] },
      y: { label: null, domain: bars.map(({ label }) => label), padding: 0.45, tickSize: 0 },
      marks: [
        ...PARTS.map(({ key, fill }) =>
          Plot.barX(
            segments.filter((segment) => segment.key === key),
            { x1: "start", x2: "end", y: "label", fill, stroke: "white", strokeWidth: 1 },
          ),
        ),
        Plot.link(
          ends.filter(({ error }) => error > 0),
          {
            x1: (bar) => bar.total - 2 * bar.error,
            x2: (bar) => bar.total + 2 * bar.error,
            y: "label",
            stroke: PALETTE.truth,
            strokeWidth: 1.5,
          },
        ),
        Plot.text(ends, {
          x: (bar) => bar.total + 2 * bar.error,
          y: "label",
          text: sumOf,
          textAnchor: "start",
          dx: 6,
        }),
        ...names.map(({ text, ...segment }) =>
          Plot.text([segment], {
            x: (part) => (part.start + part.end) / 2,
            y: "label",
            text: "name",
            dy: -ROW / 2 + 3,
            fill: text,
            fontWeight: "bold",
          }),
        ),
      ],
    },
  );
}

const totalOf = ({ betweenInputs, labelNoise, biasSquared = 0 }: VarianceBar) =>
  betweenInputs + labelNoise + biasSquared;

function segmentsOf(bar: VarianceBar) {
  let end = 0;
  return PARTS.map(({ key }) => {
    const value = bar[key] ?? 0;
    const start = end;
    end += value;
    return { label: bar.label, key, start, end };
  });
}

/**
 * The variances of one example's loss on hard labels, under the post's formula and on Bayes labels, stacked from the
 * part that the inputs make and the part that the labels make.
 *
 * @param variances of lossVariances
 * @throws RangeError if one is negative or not finite, or all are 0
 */
export function lossVariancesFigure(variances: LossVariances): Figure {
  for (const [name, variance] of Object.entries(variances))
    checkNumber(`variances.${name}`, variance, 0);
  const { soft, labelNoise, postFormula } = variances;
  return varianceBarsFigure(
    [
      { label: "hard labels", betweenInputs: soft, labelNoise },
      { label: "post's formula", betweenInputs: postFormula, labelNoise: 0 },
      { label: "Bayes labels", betweenInputs: soft, labelNoise: 0 },
    ],
    { xLabel: "variance of one example's loss (nats²)" },
  );
}

/**
 * The mean squared error of the objective under each kind of labels, stacked from its three parts, with two standard
 * errors. A part that simulation noise made negative is drawn as 0.
 *
 * @param errors by name, of one predictor
 * @param labels which of them, from top to bottom, at least one; all if left out
 * @throws RangeError if a label is not among the errors, or a part is negative or not finite
 */
export function objectiveErrorsFigure(
  errors: Readonly<Record<string, ObjectiveErrors>>,
  labels: readonly string[] = Object.keys(errors),
): Figure {
  checkFinite("errors", errors);
  checkNotEmpty("labels", labels);
  for (const [k, label] of labels.entries())
    checkChoice(`labels[${k}]`, label, Object.keys(errors));
  return varianceBarsFigure(
    labels.map((label) => ({
      label,
      betweenInputs: Math.max(0, errors[label].betweenInputs.value),
      labelNoise: errors[label].labelNoise.value,
      biasSquared: errors[label].biasSquared.value,
      standardError: errors[label].meanSquare.standardError,
    })),
    { xLabel: "n × mean squared error of the objective (nats²)" },
  );
}
