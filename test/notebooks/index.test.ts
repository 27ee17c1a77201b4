import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot } from "../../scripts/project.mjs";
import { notebookFiles } from "../support/notebooks.js";

const { cells } = JSON.parse(readFileSync(inRoot("notebooks", "index.ipynb"), "utf8"));
const text: string = cells.map((cell: { source: string[] }) => cell.source.join("")).join("\n");
const links = [...text.matchAll(/\]\(([^)]+\.ipynb)\)/g)].map(([, link]) => link);

describe("index.ipynb", () => {
  it("has no code cell, so that it opens without waiting for a kernel", () => {
    expect(cells.every((cell: { cell_type: string }) => cell.cell_type === "markdown")).toBe(true);
  });

  it.each(notebookFiles.filter((file) => file !== "index.ipynb"))("links %s", (file) => {
    expect(links).toContain(file.replaceAll("\\", "/"));
  });

  it("gives each notebook a question and its minutes", () => {
    const rows = [...text.matchAll(/^\| \[0\d · [^\]]+\]\([^)]+\) \| [^|]+\? \| \d+ \|$/gm)];
    expect(rows).toHaveLength(8);
  });
});
