import { createRequire } from "node:module";
import { checkChoice, checkInteger } from "../../validate/checks.js";
import { type CsvFile, type CsvRow, faultAt, readCsv } from "./csvFile.js";
import { LEAST_ROWS, type Table } from "./problem.js";
import { columnOf } from "./tableColumns.js";

export interface ReadTableOptions {
  /** The column whose values are the classes. */
  label: string;
  /** What a report calls the table. Default: the file's name without its ending. */
  name?: string;
  /** Columns not to learn from, such as a number or a date that each row has of its own. Default none. */
  omit?: readonly string[];
  /**
   * What becomes of an empty cell, NA or NaN in a column to learn from. "refuse" (default) names the first. "mean" leaves a missing
   * number out here; each trial then puts the mean of its own training rows in its place, so that no test row has a part in it.
   * A missing category is a category of its own, "missing". A missing label is always refused.
   */
  missing?: "refuse" | "mean";
  /** Default 100 000, at most a million. */
  maxRows?: number;
  /** Default and most 100. */
  maxClasses?: number;
}

/** A table read from a file. */
export interface FileTable extends Table {
  /** Names of the columns of `inputs`; one of a category is called `island=Biscoe`. */
  columns: string[];
  /** Columns that were dropped because all their values are the same. */
  constant: string[];
}

/** More columns would leave too little for each to learn. */
const MAX_COLUMNS = 1000;

/**
 * Reads a table from a CSV file with a header. A column of numbers stays as it is (each trial scales it by its own training rows);
 * a column of anything else is one 0/1 column for each of its values. Errors count rows as a spreadsheet does: the header is row 1.
 *
 * @param path of a UTF-8 file, relative to the notebook's folder; cells are separated by commas and may be quoted
 * @returns rows in the file's order, classes in alphabetical order; a column that never changes is dropped and named in `constant`
 * @throws RangeError that names file, row and column where there is no such file, it is too large, a row is too long or too short, headers are
 * missing or double, a value is missing, a number is none, a column has too many values, or a class has fewer than 5 rows
 * @see RFC 4180 for the format
 * @example readTable(samplePath("penguins"), { label: "species", missing: "mean" }).classes // ["Adelie", "Chinstrap", "Gentoo"]
 */
export function readTable(
  path: string,
  {
    label,
    name,
    omit = [],
    missing = "refuse",
    maxRows = 100_000,
    maxClasses = 100,
  }: ReadTableOptions,
): FileTable {
  checkChoice("missing", missing, ["refuse", "mean"]);
  checkInteger("maxRows", maxRows, 1, 1_000_000);
  checkInteger("maxClasses", maxClasses, 2, 100);
  const csv = readCsv(path, maxRows);
  checkChoice("label", label, csv.header);
  for (const column of omit) checkChoice("omit", column, csv.header);
  const { classes, labels } = labelsOf(csv, label, maxClasses);
  const columns: string[] = [];
  const constant: string[] = [];
  const values: Float64Array[] = [];
  csv.header.forEach((header, place) => {
    if (header === label || omit.includes(header)) return;
    const made = columnOf(csv, place, missing);
    if (made.length === 0) constant.push(header);
    for (const column of made) {
      columns.push(column.name);
      values.push(column.values);
    }
    if (columns.length > MAX_COLUMNS) {
      throw faultAt(
        csv,
        { column: header },
        `leave at most ${MAX_COLUMNS} columns`,
        columns.length,
      );
    }
  });
  if (columns.length === 0) {
    throw faultAt(csv, {}, `have a column to learn from besides ${label}`, "none");
  }
  return {
    name: name ?? csv.name.replace(/\.[^.]*$/, ""),
    classes,
    inputs: csv.rows.map((_, i) => Float64Array.from(values, (column) => column[i])),
    labels,
    columns,
    constant,
    ...(missing === "mean" && { missing }),
  };
}

function labelsOf(csv: CsvFile, label: string, maxClasses: number) {
  const place = csv.header.indexOf(label);
  const first = new Map<string, CsvRow>();
  const count = new Map<string, number>();
  for (const row of csv.rows) {
    const value = row.cells[place];
    if (value === "") throw faultAt(csv, { row, column: label }, "hold a class", '""');
    if (!first.has(value)) first.set(value, row);
    count.set(value, (count.get(value) ?? 0) + 1);
    if (first.size > maxClasses) {
      throw faultAt(csv, { row, column: label }, `hold at most ${maxClasses} classes`, first.size);
    }
  }
  const classes = [...first.keys()].sort();
  if (classes.length < 2) {
    throw faultAt(csv, { column: label }, "hold at least 2 classes", classes[0]);
  }
  for (const value of classes) {
    const rows = count.get(value) as number;
    if (rows < LEAST_ROWS) {
      const at = { row: first.get(value), column: label };
      throw faultAt(csv, at, `hold at least ${LEAST_ROWS} rows of the class ${value}`, rows);
    }
  }
  const number = new Map(classes.map((value, k) => [value, k]));
  const labels = Int32Array.from(csv.rows, ({ cells }) => number.get(cells[place]) as number);
  return { classes, labels };
}

/** Tables that the npm package `@observablehq/sample-datasets` 1.0.1 carries. */
export const SAMPLES = ["penguins", "weather"] as const;

/**
 * The path of a small real table for {@link readTable}; nothing is downloaded. "penguins": 344 birds of three species, measured, with
 * missing values. "weather": the days of four years in Seattle and New York.
 *
 * @throws RangeError if there is no such table
 * @see Gorman, Williams & Fraser 2014, PLoS ONE 9(3); NOAA through https://github.com/vega/vega-datasets
 * @example samplePath("penguins").endsWith("penguins.csv") // true
 */
export function samplePath(name: (typeof SAMPLES)[number]): string {
  checkChoice("name", name, SAMPLES);
  return createRequire(import.meta.url).resolve(`@observablehq/sample-datasets/${name}.csv`);
}
