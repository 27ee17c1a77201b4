import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import nodePath from "node:path";
import { csvParseRows } from "d3-dsv";
import { formatValue } from "../../validate/checks.js";

/** One row under the header. */
export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1. */
  number: number;
  cells: string[];
}

/** The text of a file, cell by cell. */
export interface CsvFile {
  /** Without its folder. */
  name: string;
  header: string[];
  rows: CsvRow[];
}

const MAX_MEBIBYTES = 64;
const MEBIBYTE = 2 ** 20;

/** An error about a place in a file. */
export function faultAt(
  { name }: { name: string },
  { row, column }: { row?: CsvRow | undefined; column?: string | undefined },
  demand: string,
  got: string | number,
): RangeError {
  const place = [
    name,
    ...(row ? [`row ${row.number}`] : []),
    ...(column === undefined ? [] : [`column ${column}`]),
  ];
  return new RangeError(`${place.join(", ")} must ${demand}, got ${got}`);
}

/**
 * Reads a CSV file and checks its shape: a header of different names, rows as long as it. White space around cells and empty lines are
 * left out, and so is a byte-order mark.
 *
 * @throws RangeError that names file, row and column
 */
export function readCsv(path: string, maxRows: number): CsvFile {
  const name = nodePath.basename(path);
  const bytes = bytesOf(path, name);
  const text = new TextDecoder().decode(bytes);
  // What cannot be decoded stands as U+FFFD in its cell; text of 16 bits has zeros.
  const spoilt = isUtf8(bytes) ? "\0" : "\uFFFD";
  const rows: CsvRow[] = [];
  let number = 0;
  csvParseRows(text, (raw) => {
    const row = { number: ++number, cells: raw.map((cell) => cell.trim()) };
    if (row.cells.length === 1 && row.cells[0] === "") return undefined;
    if (rows.length > maxRows) {
      throw faultAt(
        { name },
        {},
        `have at most ${maxRows} rows (maxRows) under its header`,
        "more",
      );
    }
    checkRow(name, row, rows[0]?.cells, spoilt);
    rows.push(row);
    return undefined;
  });
  const last = rows[rows.length - 1]?.cells ?? [];
  if (/[\n\r]/.test(last[last.length - 1]) && !text.trimEnd().endsWith('"')) {
    const at = { row: rows[rows.length - 1], column: rows[0].cells[last.length - 1] };
    throw faultAt(
      { name },
      at,
      "end the quotes that it begins",
      formatValue(last[last.length - 1]),
    );
  }
  if (rows.length < 2) {
    throw faultAt({ name }, {}, "have a header and rows under it", `${rows.length} rows`);
  }
  return { name, header: rows[0].cells, rows: rows.slice(1) };
}

function bytesOf(path: string, name: string): Buffer {
  let mebibytes: number;
  try {
    const about = statSync(path);
    if (!about.isFile()) throw new RangeError(`path must lead to a file, got ${formatValue(path)}`);
    mebibytes = about.size / MEBIBYTE;
    if (mebibytes <= MAX_MEBIBYTES) return readFileSync(path);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new RangeError(`path must lead to a file that can be read, got ${path} (${code})`);
  }
  throw faultAt({ name }, {}, `have at most ${MAX_MEBIBYTES} MiB`, `${Math.ceil(mebibytes)} MiB`);
}

function checkRow(name: string, row: CsvRow, header: string[] | undefined, spoilt: string): void {
  const { cells } = row;
  const column = (place: number) => header?.[place] ?? `${place + 1}`;
  cells.forEach((cell, place) => {
    if (cell.includes(spoilt)) {
      throw faultAt({ name }, { row, column: column(place) }, "be UTF-8 text", formatValue(cell));
    }
    if (header) return;
    if (cell === "")
      throw faultAt({ name }, { row, column: column(place) }, "have a name", formatValue(cell));
    if (cells.indexOf(cell) < place) {
      throw faultAt(
        { name },
        { row, column: column(place) },
        "have a name of its own",
        formatValue(cell),
      );
    }
  });
  if (header && cells.length !== header.length) {
    const demand = `have ${header.length} cells, as many as the header`;
    throw faultAt(
      { name },
      { row, column: column(Math.min(cells.length, header.length)) },
      demand,
      cells.length,
    );
  }
}
