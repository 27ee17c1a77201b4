import { formatValue, MAX_MAGNITUDE } from "../../validate/checks.js";
import { type CsvFile, faultAt } from "./csvFile.js";

/** One column to learn from; NaN stands for a missing number. */
interface Column {
  name: string;
  values: Float64Array;
}

const MISSING = new Set(["", "NA", "NaN"]);
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A column with this share of numbers is one of numbers: whatever else stands in it is a slip. */
const MOSTLY = 0.9;
const MAX_CATEGORIES = 50;

/**
 * What a learner is given of a column of a file: its numbers, or one 0/1 column for each category; none if all values are the same.
 *
 * @throws RangeError naming file, row and column where a value is missing and refused, a text stands among numbers, a number is too large
 * or there are too many categories
 */
export function columnOf(csv: CsvFile, place: number, missing: "refuse" | "mean"): Column[] {
  const column = csv.header[place];
  const cells = csv.rows.map((row) => row.cells[place]);
  const faultIn = (i: number, demand: string) =>
    faultAt(csv, { row: csv.rows[i], column }, demand, formatValue(cells[i]));
  const gap = cells.findIndex((cell) => MISSING.has(cell));
  if (gap >= 0 && missing === "refuse") {
    throw faultIn(gap, 'hold a value, or be read with missing: "mean"');
  }
  const present = cells.filter((cell) => !MISSING.has(cell));
  const numbers = present.filter((cell) => NUMBER.test(cell)).length;
  if (numbers < MOSTLY * present.length) return categoriesOf(csv, column, cells);
  const values = Float64Array.from(cells, (cell, i) => {
    if (MISSING.has(cell)) return NaN;
    if (!NUMBER.test(cell)) throw faultIn(i, "hold a number, as most rows do");
    const value = Number(cell);
    if (Math.abs(value) > MAX_MAGNITUDE) throw faultIn(i, `be at most ${MAX_MAGNITUDE} in size`);
    return value;
  });
  const distinct = new Set(values.filter((value) => !Number.isNaN(value)));
  return distinct.size > 1 ? [{ name: column, values }] : [];
}

function categoriesOf(csv: CsvFile, column: string, cells: readonly string[]): Column[] {
  const categories = cells.map((cell) => (MISSING.has(cell) ? "missing" : cell));
  const distinct = [...new Set(categories)].sort();
  if (distinct.length > MAX_CATEGORIES) {
    const demand = `hold numbers, or at most ${MAX_CATEGORIES} different texts, or be named in omit`;
    throw faultAt(csv, { column }, demand, distinct.length);
  }
  if (distinct.length < 2) return [];
  return distinct.map((category) => ({
    name: `${column}=${category}`,
    values: Float64Array.from(categories, (value) => (value === category ? 1 : 0)),
  }));
}
