import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { distillationReport, type Report } from "../../lib/chapters/yourOwn/report.js";
import { exportReport } from "../../lib/notebook/exportReport.js";
import { cellMeans, cells } from "../chapters/yourOwn/cells.js";

vi.mock("tslab", () => ({ display: {} }));

let folder: string;
let report: Report;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "export-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
const made = async () => {
  report ??= await distillationReport(
    { data: cells(), teacher: cellMeans(), student: cellMeans() },
    { trials: 3 },
  );
  return report;
};
const FILES = ["figure.svg", "report.json", "report.md", "trials.csv"];
const text = (name: string) => readFileSync(path.join(folder, name), "utf8");

describe("exportReport", () => {
  it("writes verdict, rule, figure and every trial's values, the same bytes again", async () => {
    const own = await made();
    expect(exportReport(own, folder).sort()).toEqual(FILES);
    expect(readdirSync(folder).sort()).toEqual(FILES);
    expect(text("report.md")).toContain(`cells: ${own.verdict}`);
    expect(text("report.md")).toContain("better than every control");
    expect(text("report.md")).toContain("](figure.svg)");
    expect(text("figure.svg")).toContain("<svg");
    const [head, ...lines] = text("trials.csv").trimEnd().split("\n");
    const column = head.split(",").indexOf("brier@distilled");
    const values = lines.map((line) => Number(line.split(",")[column]));
    expect(values).toEqual(Array.from(own.result["brier@distilled"]));
    expect(JSON.parse(text("report.json")).verdict).toBe(own.verdict);
    const before = FILES.map(text);
    exportReport(own, folder, { overwrite: true });
    expect(FILES.map(text)).toEqual(before);
  });

  it("replaces nothing unless it is told to, and then writes nothing at all", async () => {
    const own = await made();
    const other = path.join(folder, "other");
    exportReport(own, other);
    rmSync(path.join(other, "report.md"));
    writeFileSync(path.join(other, "trials.csv"), "mine");
    expect(() => exportReport(own, other)).toThrow(
      /^folder must not hold figure.svg, trials.csv, report.json already/,
    );
    expect(readFileSync(path.join(other, "trials.csv"), "utf8")).toBe("mine");
    expect(readdirSync(other).sort()).toEqual(["figure.svg", "report.json", "trials.csv"]);
  });

  it("leaves no half of a file where a folder cannot be written", async () => {
    const own = await made();
    const file = path.join(folder, "a file");
    writeFileSync(file, "");
    expect(() => exportReport(own, path.join(file, "inside"))).toThrow(
      "folder must be one that can be written to, got",
    );
    const blocked = path.join(folder, "blocked");
    exportReport(own, blocked);
    // A folder in the place of a file cannot be replaced by one, whoever asks.
    rmSync(path.join(blocked, "trials.csv"));
    exportReport(own, path.join(blocked, "trials.csv"));
    expect(() => exportReport(own, blocked, { overwrite: true })).toThrow(
      "folder must not hold trials.csv already, got",
    );
    expect(readdirSync(blocked).sort()).toEqual(FILES);
  });
});
