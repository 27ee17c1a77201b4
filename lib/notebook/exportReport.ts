import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { Report } from "../chapters/yourOwn/report.js";
import { comparisonRows, reportFigure, reportRows } from "../chapters/yourOwn/reportTables.js";
import { VERDICT_RULE } from "../chapters/yourOwn/verdict.js";
import { markdownTable } from "./table.js";

/**
 * Writes a report into a folder: report.md with verdict, rule, tables and the figure, figure.svg, trials.csv with every trial's values,
 * report.json with everything. The same report gives the same bytes. All files are written beside their
 * places first and then moved, so that none is ever half there.
 *
 * @param folder made if it is missing
 * @param options.overwrite replace files of these names. Default false
 * @returns the names of the files
 * @throws RangeError if a file is there already and overwrite is false, or if the folder cannot be written
 * @example exportReport(report, "my-report") // ["report.md", "figure.svg", "trials.csv", "report.json"]
 */
export function exportReport(
  report: Report,
  folder: string,
  { overwrite = false }: { overwrite?: boolean } = {},
): string[] {
  const files = filesOf(report);
  const names = Object.keys(files);
  const place = (name: string) => path.join(folder, name);
  const kept = names.filter(
    (name) => existsSync(place(name)) && !(overwrite && statSync(place(name)).isFile()),
  );
  if (kept.length > 0) {
    const advice = overwrite ? "" : " (or pass overwrite: true)";
    throw new RangeError(`folder must not hold ${kept.join(", ")} already${advice}, got ${folder}`);
  }
  let part: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    part = mkdtempSync(place(".part-"));
    for (const name of names) writeFileSync(path.join(part, name), files[name]);
    for (const name of names) renameSync(path.join(part, name), place(name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new RangeError(`folder must be one that can be written to, got ${folder} (${code})`);
  } finally {
    if (part) rmSync(part, { recursive: true, force: true });
  }
  return names;
}

function filesOf(report: Report): Record<string, string> {
  const { name, trials, measure, verdict, result, overlap } = report;
  const { alphas, epsilons, temperature, level } = report.settings;
  const list = (values: readonly number[]) =>
    values.map((value) => (value === Infinity ? "∞" : value)).join(", ");
  const { svg, alt } = reportFigure(report);
  const columns = Object.keys(result);
  const line = (k: number) => [k, ...columns.map((column) => result[column][k])].join(",");
  const markdown = [
    `# ${name}: ${verdict}`,
    `${trials} ${overlap ? "splits of one table" : "draws"}, compared by ${measure} at temperature ${temperature}; of α ${list(alphas)} and ε ${list(epsilons)} the validation rows chose.`,
    `The first line that fits is the verdict; "better" and "worse" mean p ≤ ${level} after Holm's correction:`,
    VERDICT_RULE.map((rule) => `- ${rule}`).join("\n"),
    markdownTable(reportRows(report)),
    markdownTable(comparisonRows(report)),
    `![${alt.replaceAll("[", "(").replaceAll("]", ")")}](figure.svg)`,
  ];
  const plain = (_: string, value: unknown) =>
    ArrayBuffer.isView(value)
      ? Array.from(value as Float64Array)
      : value === Infinity
        ? "Infinity"
        : value;
  return {
    "report.md": `${markdown.join("\n\n")}\n`,
    "figure.svg": `${svg}\n`,
    "trials.csv": `${[["trial", ...columns].join(","), ...Array.from({ length: trials }, (_, k) => line(k))].join("\n")}\n`,
    "report.json": `${JSON.stringify(report, plain, 1)}\n`,
  };
}
