import { display } from "tslab";
import type { Row } from "../statistics/row.js";
import { checkInteger, checkNotEmpty, formatValue } from "../validate/checks.js";

export interface TableOptions {
  /** Digits after the decimal point of numbers that are not whole. Default 4. */
  digits?: number;
}

/**
 * Shows rows as a table in the notebook; the keys of the first row are the column heads. An infinite number is
 * written as Infinity.
 *
 * @throws Error outside a tslab kernel, RangeError if there is no row, rows differ in their columns or a value is NaN
 */
export function table(rows: readonly Row[], options: TableOptions = {}): void {
  display.markdown(markdownTable(rows, options));
}

/**
 * The Markdown that {@link table} writes; numbers are set flush right.
 *
 * @example markdownTable([{ n: 10, loss: 0.5 }], { digits: 2 }) // "| n | loss |\n| --: | --: |\n| 10 | 0.50 |"
 */
export function markdownTable(rows: readonly Row[], { digits = 4 }: TableOptions = {}): string {
  checkInteger("digits", digits, 0, 100);
  checkNotEmpty("rows", rows);
  const heads = Object.keys(rows[0]);
  rows.forEach((row, i) => {
    const other = Object.keys(row).find((head) => !heads.includes(head));
    if (other !== undefined) {
      throw new RangeError(
        `rows[${i}] must have no column that rows[0] lacks, got ${formatValue(other)}`,
      );
    }
  });
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const cell = (row: Row, head: string, index: number) => {
    const value = row[head];
    if (value === undefined) {
      throw new RangeError(
        `rows must all have the column ${formatValue(head)}, got ${formatValue(JSON.stringify(row))}`,
      );
    }
    if (typeof value === "string") return escapeCell(value);
    checkCell(`rows[${index}][${JSON.stringify(head)}]`, value);
    return Number.isInteger(value) ? String(value) : value.toFixed(digits);
  };
  return [
    line(heads.map(escapeCell)),
    line(heads.map((head) => (typeof rows[0][head] === "number" ? "--:" : ":--"))),
    ...rows.map((row, index) => line(heads.map((head) => cell(row, head, index)))),
  ].join("\n");
}

function checkCell(name: string, value: number): void {
  if (Number.isNaN(value)) throw new RangeError(`${name} must not be NaN, got NaN`);
}

const escapeCell = (text: string) =>
  text.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");
