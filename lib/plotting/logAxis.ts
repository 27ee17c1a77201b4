import * as Plot from "@observablehq/plot";
import { range, ticks } from "d3-array";

/** How a tick is written when nothing else is said. */
export type TickFormat = (value: number) => string;

/** A logarithmic x-axis with these ticks, every one of them labelled: left to itself Plot drops some labels. */
export function logAxisX(ticks: readonly number[], label: string, format: TickFormat = String) {
  const text = Array.from(ticks, format);
  return [
    Plot.axisX([...ticks], { label, labelAnchor: "center", labelArrow: "none", text }),
  ] as Plot.Markish[];
}

/** The same for y, with grid lines. */
export function logAxisY(ticks: readonly number[], label: string, format: TickFormat = String) {
  const text = Array.from(ticks, format);
  return [
    Plot.gridY([...ticks]),
    Plot.axisY([...ticks], { label, labelArrow: "none", text }),
  ] as Plot.Markish[];
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** @example powerOfTen(0.001) // "10⁻³" */
export function powerOfTen(value: number): string {
  const exponent = Math.round(Math.log10(value));
  const digits = Array.from(`${Math.abs(exponent)}`, (digit) => SUPERSCRIPTS[+digit]).join("");
  return `10${exponent < 0 ? "⁻" : ""}${digits}`;
}

/** Round numbers for a logarithmic axis: 1, 2, 5 in each decade, more if there are few decades, linear ones within a part of one. */
export function logTicks([low, high]: readonly [number, number]): number[] {
  const steps = high / low > 30 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 7, 8];
  const first = Math.floor(Math.log10(low));
  const decades = range(first, Math.ceil(Math.log10(high)) + 1);
  const rounded = decades
    .flatMap((decade) => steps.map((step) => Number(`${step}e${decade}`)))
    .filter((tick) => tick >= low && tick <= high);
  return rounded.length > 1 ? rounded : ticks(low, high, 5);
}

/** The powers of ten in a domain. */
export function decadeTicks([low, high]: readonly [number, number]): number[] {
  const first = Math.ceil(Math.log10(low));
  return range(first, Math.floor(Math.log10(high)) + 1).map((exponent) => Number(`1e${exponent}`));
}
