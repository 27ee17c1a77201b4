import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot } from "../../scripts/project.mjs";
import { freshBuild } from "../support/freshBuild.js";
import { runNotebooks } from "../support/notebooks.js";
import { printedBy, writeNotebook } from "../support/scratchNotebook.js";

/** A second collection with a library of its own, whose build can be lost and fall behind; packages come from the first. */
const collection: string = inRoot("test", "output", "collection");
const inCollection = (...parts: string[]) => path.join(collection, ...parts);

beforeAll(async () => {
  await freshBuild();
  rmSync(collection, { recursive: true, force: true });
  for (const part of ["lib", "scripts", "tsconfig.json"]) {
    cpSync(inRoot(part), inCollection(part), { recursive: true });
  }
  mkdirSync(inCollection("node_modules"));
  mkdirSync(inCollection("notebooks"));
  const link = (target: string, name: string) =>
    symlinkSync(target, inCollection("node_modules", name), "junction");
  link(inCollection("lib"), "distillation");
  link(inRoot("node_modules", "typescript"), "typescript");
});
afterAll(() => rmSync(collection, { recursive: true, force: true }));

const USE = 'import { softplus } from "distillation";\nconsole.log(softplus(0));';
const notebook = (...cells: string[]) =>
  writeNotebook(inCollection("notebooks", "built.ipynb"), cells);
const missing = "lib/dist is missing: run npm run build, then run this cell again";
const older = "lib/dist is older than its sources: run npm run build, then restart the kernel";

/** What npm run reproduce says of a notebook that fails in its first cell. */
const oneLine = (message: string) =>
  `test/output/collection/notebooks/built.ipynb: cell 1: ${message}\n` +
  "1 of 1 notebooks failed; none of them was changed\n";

/** Loads the library as a cell does, without the kernel around it. */
function load() {
  const code = 'console.log(require("distillation").softplus(0))';
  const options = { cwd: inCollection("notebooks"), encoding: "utf8" } as const;
  const { stderr, stdout } = spawnSync(process.execPath, ["-e", code], options);
  return { stderr, stdout };
}

describe("a cell that imports the library", () => {
  it("loads it without a word where lib/dist is built from the sources, whatever their times", () => {
    expect(load()).toEqual({ stderr: "", stdout: `${Math.LN2}\n` });
  });

  it("says in a line that lib/dist is missing, and runs in the same kernel once it is there", () => {
    const file = notebook(
      'import { renameSync } from "node:fs";\nrenameSync("../lib/dist", "../lib/dist-away");',
      // A cell that throws shows what `inspect` gives.
      'import { inspect } from "node:util";\nlet said = "";\ntry { await import("distillation"); } catch (error) { said = inspect(error); }',
      'console.log(said);\nrenameSync("../lib/dist-away", "../lib/dist");',
      USE,
    );
    expect(runNotebooks("reproduce", file)).toMatchObject({ stderr: "", status: 0 });
    expect(printedBy(file)).toEqual(["", "", `${missing}\n`, `${Math.LN2}\n`]);
  });

  it("says in a line that lib/dist is older than its sources, until it is built again", () => {
    appendFileSync(inCollection("lib", "losses", "softplus.ts"), "// changed\n");
    const { status, stderr } = runNotebooks("reproduce", notebook(USE));
    expect(stderr).toBe(oneLine(older));
    expect(status).toBe(1);

    const build = [inCollection("scripts", "build.mjs")];
    expect(spawnSync(process.execPath, build, { encoding: "utf8" })).toMatchObject({
      stdout: "lib/dist built\n",
      status: 0,
    });
    expect(load()).toEqual({ stderr: "", stdout: `${Math.LN2}\n` });
  });
});
