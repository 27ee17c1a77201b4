import * as Plot from "@observablehq/plot";
import type { Estimate } from "../statistics/estimate.js";
import { checkFinite, checkInteger, checkNotEmpty, checkNumber } from "../validate/checks.js";
import { PALETTE, type Role } from "./palette.js";
import { FIGURE_WIDTH, type Figure, renderFigure } from "./render.js";

/** One row of the figure: an arm of a study against its reference. */
export interface PairedRow {
  label: string;
  role: Role;
  /** Mean difference with its standard error. */
  difference: Estimate;
  /** The difference in each trial, drawn as faint ticks. */
  trials: ArrayLike<number>;
}

export interface PairedFigureOptions {
  /** What is to be seen; the rows' numbers are added to it. */
  alt: string;
  /** With its unit. */
  xLabel: string;
  /** Digits after the decimal point. Default 2. */
  digits?: number;
  /** Room for the row labels, in pixels. Default 190. */
  marginLeft?: number;
}

const ROW_HEIGHT = 38;

/**
 * Differences to a reference at 0: a dot for each mean, a bar of two standard errors each way, a tick for each trial.
 *
 * @throws RangeError if there is no row, a number is not finite or an option is out of its range
 */
export function pairedFigure(rows: readonly PairedRow[], options: PairedFigureOptions): Figure {
  const { digits = 2, marginLeft = 190 } = options;
  checkNotEmpty("rows", rows);
  checkFinite("rows", rows);
  checkInteger("options.digits", digits, 0, 100);
  checkNumber("options.marginLeft", marginLeft, 0, FIGURE_WIDTH / 2);
  const numbers = rows.map(({ label, difference: d }) => {
    return `${label} ${signed(d.value, digits)} ± ${d.standardError.toFixed(digits)}`;
  });
  const bars = rows.map(({ label, role, difference: { value: mean, standardError } }) => ({
    label,
    colour: PALETTE[role],
    mean,
    low: mean - 2 * standardError,
    high: mean + 2 * standardError,
    text: signed(mean, digits),
  }));
  const ticks = rows.flatMap(({ label, role, trials }) =>
    Array.from(trials, (value) => ({ label, value, colour: PALETTE[role] })),
  );
  return renderFigure(`${options.alt} ${numbers.join("; ")}.`, {
    height: 76 + ROW_HEIGHT * rows.length,
    marginTop: 20,
    marginLeft,
    marginRight: 24,
    insetLeft: 8,
    insetRight: 8,
    x: { label: options.xLabel, labelAnchor: "right", grid: true },
    y: { domain: rows.map(({ label }) => label), axis: null, padding: 0 },
    marks: [
      Plot.ruleX([0], { stroke: "#222222", strokeWidth: 1.2 }),
      Plot.tickX(ticks, {
        x: "value",
        y: "label",
        stroke: "colour",
        strokeOpacity: 0.28,
        inset: 12,
      }),
      Plot.link(bars, {
        x1: "low",
        x2: "high",
        y1: "label",
        y2: "label",
        stroke: "colour",
        strokeWidth: 2.4,
      }),
      Plot.dot(bars, { x: "mean", y: "label", r: 5, fill: "colour" }),
      Plot.text(bars, {
        x: "mean",
        y: "label",
        text: "text",
        fill: "colour",
        dy: -13,
        stroke: "white",
        strokeWidth: 3,
        fontWeight: "bold",
      }),
      Plot.text(bars, {
        text: "label",
        y: "label",
        frameAnchor: "left",
        textAnchor: "end",
        dx: -12,
        fill: "colour",
        fontWeight: "bold",
        clip: false,
      }),
    ],
  });
}

/** @example signed(-0.5, 1) // "−0.5" */
function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value > 0 ? "+" : "−"}${text}`;
}
