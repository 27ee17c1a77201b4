import * as Plot from "@observablehq/plot";

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
