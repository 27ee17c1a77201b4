import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, ownEnvironment, root } from "../../scripts/project.mjs";
import { writeNotebook } from "../support/scratchNotebook.js";

const scratch = mkdtempSync(path.join(tmpdir(), "distillation-variables-"));
const output = inRoot("test", "output", "variables");
const notebook = path.join(output, "one.ipynb");

beforeAll(() => {
  mkdirSync(output, { recursive: true });
  writeNotebook(notebook, ["console.log(1);"]);
  writeFileSync(path.join(scratch, "nbformat.py"), "raise RuntimeError('a foreign nbformat')\n");
  const kernel = path.join(scratch, "kernels", "tslab");
  mkdirSync(kernel, { recursive: true });
  const spec = { argv: ["false"], display_name: "foreign", language: "typescript" };
  writeFileSync(path.join(kernel, "kernel.json"), JSON.stringify(spec));
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
  rmSync(output, { recursive: true, force: true });
});

const VARIABLES: Record<string, string> = {
  PYTHONPATH: scratch,
  PYTHONHOME: scratch,
  PYTHONSTARTUP: scratch,
  JUPYTER_PATH: scratch,
  JUPYTER_CONFIG_PATH: scratch,
  JUPYTERLAB_DIR: scratch,
  PIP_USER: "1",
  PIP_TARGET: scratch,
  PIP_NO_DEPS: "1",
  NODE_ENV: "production",
  npm_config_omit: "dev",
  npm_config_ignore_scripts: "true",
  npm_config_dry_run: "true",
};

const COMMANDS: Record<string, string[]> = {
  start: ["--version"],
  "test:unit": ["test/validate", "-t", "nothing has this name"],
  reproduce: [notebook],
  slides: [notebook],
};

describe.skipIf(process.platform === "win32")("a variable of the reader's", () => {
  // A command takes seconds: each meets all of them at once, and fails where one alone is not dropped.
  it.each(Object.keys(COMMANDS))("leads `npm run %s` nowhere else", (command) => {
    const env = { ...ownEnvironment(), ...VARIABLES, PUBLISH_FOLDER: path.join(output, "build") };
    const args = ["run", command, "--", ...COMMANDS[command]];
    const { status, stdout, stderr } = spawnSync("npm", args, {
      cwd: root,
      env,
      encoding: "utf8",
    });
    expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: "" });
    if (command === "reproduce")
      expect(readFileSync(notebook, "utf8")).toContain('"text": [\n      "1\\n"');
  });
});

it("npm asks no registry for the package of the workspace: the lock file links it by path", () => {
  const { packages } = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8"));
  expect(packages[""].dependencies.distillation).toBe("file:lib");
  expect(packages["node_modules/distillation"]).toEqual({ resolved: "lib", link: true });
});

it("a command finds a file from the folder in which it was typed", () => {
  const { status, stderr } = spawnSync("npm", ["run", "reproduce", "--", "one.ipynb"], {
    cwd: output,
    env: ownEnvironment(),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
