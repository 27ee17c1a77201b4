import { readFileSync } from "node:fs";
import { median } from "d3-array";
import { describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot } from "../../scripts/project.mjs";
import { checkNotebooks, notebookFiles } from "../support/notebooks.js";

describe("every notebook, run in a fresh kernel", () => {
  it("is found", () => expect(notebookFiles).toContain("03-linear-demo.ipynb"));

  it("gives its committed outputs, byte for byte", async () => {
    expect(await checkNotebooks()).toBe("");
  });
});

describe("every notebook, as a text", () => {
  it.each(notebookFiles)("%s keeps to the limits of a seminar", (file) => {
    const { cells } = JSON.parse(readFileSync(inRoot("notebooks", file), "utf8"));
    const code = cells.filter((cell: { cell_type: string }) => cell.cell_type === "code");
    expect(cells.length - code.length).toBeGreaterThanOrEqual(code.length);
    const texts: string[][] = code.map((cell: { source: string[] }) =>
      cell.source.join("").split("\n"),
    );
    expect(median(texts, ({ length }) => length) ?? 0).toBeLessThanOrEqual(6);
    for (const lines of texts) {
      expect(lines.length, lines[0]).toBeLessThanOrEqual(20);
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(88);
    }
  });

  it.each(notebookFiles.filter((file) => /^0[0-7]/.test(file)))(
    "%s has one cell that an exercise has changed",
    (file) => {
      const { cells } = JSON.parse(readFileSync(inRoot("notebooks", file), "utf8"));
      const asked = cells.filter(({ source }: { source: string[] }) =>
        source.join("").includes("*Change this cell"),
      );
      expect(asked).toHaveLength(1);
    },
  );

  it.each(notebookFiles)("%s holds no script, remote image or path of a machine", (file) => {
    const text = readFileSync(inRoot("notebooks", file), "utf8");
    expect(text).not.toMatch(/<script|src=\\"http|\/(home|root|tmp|work|Users)\//);
  });
});
