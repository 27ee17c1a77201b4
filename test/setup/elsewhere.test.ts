import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, ownEnvironment, pythonOf, venvPython } from "../../scripts/project.mjs";
import { type Cell, sourceOf } from "../support/notebookText.js";
import { succeed } from "./succeed.js";

// Another environment than the project's, with a home of its own: what VS Code, nbgrader or a reader's JupyterLab start from.
const scratch = mkdtempSync(path.join(tmpdir(), "distillation-elsewhere-"));
const tools = path.join(scratch, "tools");
const home = path.join(scratch, "home");
// TypeScript finds the library upwards from a notebook's folder.
const course = inRoot("test", "output", "grading");
const variables = {
  ...ownEnvironment(),
  HOME: home,
  PATH: [path.dirname(pythonOf(tools)), process.env.PATH].join(path.delimiter),
};

const succeedHere = (command: string, args: string[], options = {}) =>
  succeed(command, args, { cwd: scratch, env: variables, ...options });
const there = (...args: string[]) => succeedHere(pythonOf(tools), args);

beforeAll(() => {
  mkdirSync(home);
  rmSync(course, { recursive: true, force: true });
  succeedHere(venvPython, ["-m", "venv", "--without-pip", tools]);
  // The packages of .venv are lent, pip too, which saves a download of all of Jupyter; its kernels and its settings are not.
  const purelib = 'import sysconfig; print(sysconfig.get_path("purelib"))';
  const lent = succeedHere(venvPython, ["-c", purelib]);
  writeFileSync(path.join(there("-c", purelib).trim(), "lent.pth"), lent);
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
  rmSync(course, { recursive: true, force: true });
});

describe.skipIf(process.platform === "win32")("from another environment", () => {
  // `jupyter kernelspec list`: a command that is not lent, its module is.
  const kernels = () =>
    Object.keys(
      JSON.parse(there("-m", "jupyter_client.kernelspecapp", "list", "--json")).kernelspecs,
    );

  it("the kernel is found once the command of docs/vscode.md has registered it for the user", () => {
    expect(kernels()).not.toContain("tslab");
    const [, command] =
      /^ *(\.venv\/bin\/jupyter kernelspec install --user .*)$/m.exec(
        readFileSync(inRoot("docs", "vscode.md"), "utf8"),
      ) ?? [];
    succeedHere("sh", ["-c", command], { cwd: inRoot() });
    expect(kernels()).toContain("tslab");
  });

  const RUN = `
import sys
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
code, folder = sys.argv[1:]
notebook = new_notebook(cells=[new_code_cell(code)])
NotebookClient(notebook, kernel_name="tslab", resources={"metadata": {"path": folder}}).execute()
print("".join(output.text for output in notebook.cells[0].outputs))`;

  it("it runs a cell that imports the library, in the notebooks' folder", () => {
    const code = 'import { softplus } from "distillation";\nconsole.log(softplus(0));';
    expect(there("-c", RUN, code, inRoot("notebooks"))).toBe(`${Math.LN2}\n\n`);
  });

  it("it runs TypeScript in any other folder, where there is no library", () => {
    expect(there("-c", RUN, "const n: number = 6 * 7;\nconsole.log(n);", home)).toBe("42\n\n");
    const missing = spawnSync(
      pythonOf(tools),
      ["-c", RUN, 'import { softplus } from "distillation";', home],
      { cwd: scratch, env: variables, encoding: "utf8" },
    );
    expect(missing.stderr).toContain("no 'distillation' here: this notebook works inside");
  });
});

/** Answers by step, as a student types them; `checks` is what stands in the locked cells afterwards. */
interface Student {
  answers: Record<string, string>;
  checks?: string;
}

describe.skipIf(process.platform === "win32")("nbgrader grades 03", () => {
  const assignment = "03-linear-demo";
  const file = `${assignment}.ipynb`;
  const inCourse = (...parts: string[]) => path.join(course, ...parts);
  const nbgrader = (...args: string[]) =>
    succeedHere(pythonOf(tools), ["-m", "nbgrader", ...args], { cwd: course });
  const STUDENTS: Record<string, Student> = {
    right: { answers: { "2": "0.3251", "3": '"no"', "5a": "1.6875", "5b": "1 / 2048" } },
    missing: { answers: {} },
    // Bits, another word, another type, no TypeScript; and other cells in the place of the locked ones.
    wrong: {
      answers: { "2": "0.469", "3": '"yes"', "5a": '"1.6875"', "5b": "oops(" },
      checks: "const paid = true;",
    },
  };

  function submit(name: string, { answers, checks }: Student) {
    const notebook = JSON.parse(readFileSync(inCourse("release", assignment, file), "utf8"));
    // The imports and the exercises; what stands between takes its time and changes no answer.
    const first = notebook.cells.findIndex((cell: Cell) => cell.metadata.nbgrader);
    notebook.cells = notebook.cells.filter(
      (cell: Cell, k: number) => k >= first || /^import /.test(sourceOf(cell)),
    );
    for (const cell of notebook.cells) {
      const [, kind, step] = /^(answer|grade)-(.*)$/.exec(cell.metadata.nbgrader?.grade_id) ?? [];
      if (kind === "answer" && answers[step!])
        cell.source = cell.source.map((line: string) =>
          line.replace(/= undefined;/, `= ${answers[step!]};`),
        );
      if (kind === "grade" && checks) cell.source = [checks];
    }
    mkdirSync(inCourse("submitted", name, assignment), { recursive: true });
    writeFileSync(inCourse("submitted", name, assignment, file), JSON.stringify(notebook));
  }

  it("right answers count a point each; wrong ones, none and a check of one's own do not", () => {
    const pip = [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "--no-deps",
      "--no-compile",
    ];
    there(...pip, "-r", inRoot("test", "setup", "nbgrader.txt"));
    succeedHere(process.execPath, [inRoot("scripts", "grading.mjs"), course]);
    nbgrader("generate_assignment", assignment, "--create");
    for (const [name, student] of Object.entries(STUDENTS)) submit(name, student);
    nbgrader("autograde", assignment, "--create");
    nbgrader("export", "--to", "grades.csv");
    const [head, ...rows] = readFileSync(inCourse("grades.csv"), "utf8").trim().split(/\r?\n/);
    const column = (name: string) => head!.split(",").indexOf(name);
    const scores = rows.map((row) => row.split(",")).filter((row) => row[0] === assignment);
    expect(
      scores.map((row) => ["student_id", "raw_score", "max_score"].map((k) => row[column(k)])),
    ).toEqual([
      ["missing", "0.0", "8.0"],
      ["right", "4.0", "8.0"],
      ["wrong", "0.0", "8.0"],
    ]);
  });
});
