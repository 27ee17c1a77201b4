import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, jupyterEnvironment, root, venvPython } from "../../scripts/project.mjs";

const notebooks = readdirSync(inRoot("notebooks"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ipynb") && !file.includes(".ipynb_checkpoints"))
  .sort();

function check(...files: string[]) {
  const script = inRoot("scripts", "notebooks.py");
  const options = { cwd: root, env: jupyterEnvironment(), encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(venvPython, [script, "check", ...files], options);
  return { status, stderr, stdout };
}

describe("every notebook, run in a fresh kernel", () => {
  it("is found", () => expect(notebooks).toContain("03-linear-demo.ipynb"));

  it.each(notebooks)("%s gives its committed outputs, byte for byte", (file) => {
    expect(check(path.join("notebooks", file))).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("every notebook, as a text", () => {
  it.each(notebooks)("%s keeps to the limits of a seminar", (file) => {
    const { cells } = JSON.parse(readFileSync(inRoot("notebooks", file), "utf8"));
    const code = cells.filter((cell: { cell_type: string }) => cell.cell_type === "code");
    expect(cells.length - code.length).toBeGreaterThanOrEqual(code.length);
    for (const cell of code) {
      const lines = cell.source.join("").split("\n");
      expect(lines.length, lines[0]).toBeLessThanOrEqual(20);
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(88);
    }
  });
});
