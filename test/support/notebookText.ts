import { readFileSync } from "node:fs";

interface Output {
  text?: string[];
  data?: Record<string, string | string[]>;
}
export interface Cell {
  cell_type: "markdown" | "code";
  metadata: Record<string, unknown> & { nbgrader?: { grade_id: string } };
  source: string[];
  outputs?: Output[];
}

/** The cells of a notebook, named as in "03-linear-demo" or "solutions/03-linear-demo". */
export function cellsOf(notebook: string): Cell[] {
  const file = new URL(`../../notebooks/${notebook}.ipynb`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).cells;
}

export const sourceOf = ({ source }: Cell): string => source.join("");

/** What a cell has printed, tables and texts, and what its figures say in words; not the figures themselves. */
export function printedBy({ outputs = [] }: Cell): string {
  const texts = outputs.map(({ text, data = {} }) =>
    [text, data["text/plain"], data["text/markdown"], data["text/html"]]
      .map((part) => [part ?? []].flat().join(""))
      .join("\n"),
  );
  return texts.join("\n").replace(/ src="[^"]*"/g, "");
}

/** A notebook's headings, without their marks. */
export const headingsOf = (notebook: string): string[] =>
  cellsOf(notebook)
    .filter((cell) => cell.cell_type === "markdown")
    .flatMap((cell) => sourceOf(cell).match(/^#+ .*$/gm) ?? [])
    .map((line) => line.replace(/^#+ /, ""));

export interface Printed {
  value: number;
  /** Half a unit of its own last digit. */
  rounding: number;
  /** The standard error that stands behind it, after ±. */
  error?: number;
}

/** All numbers that a notebook's cells have printed. */
export function numbersPrintedIn(notebook: string): Printed[] {
  const text = cellsOf(notebook).map(printedBy).join("\n").replaceAll("−", "-");
  const digitsOf = (number: string) => 0.5 * 10 ** -(number.match(/\.(\d+)/)?.[1].length ?? 0);
  const numbers = text.matchAll(/(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)(?: ± (\d+\.\d+))?/g);
  return Array.from(numbers).flatMap(([, number, error]) => {
    const printed = { value: Number(number), rounding: digitsOf(number) };
    if (error === undefined) return [printed];
    const its = { value: Number(error), rounding: digitsOf(error) };
    return [{ ...printed, error: its.value }, its];
  });
}
