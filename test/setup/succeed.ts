import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, venv, venvPython } from "../../scripts/project.mjs";

/** Runs a program to its end, which must be a good one, and gives what it printed. */
export function succeed(command: string, args: string[], options = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    ...options,
  });
  if (error) throw error;
  expect(status, `${command} ${args.join(" ")}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

/** Installs a list of this folder's into a folder of its own, which PYTHONPATH then names: an environment takes longer. */
export function installInto(folder: string, list: string): void {
  const pip = ["-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check"];
  succeed(venvPython, [...pip, "--target", folder, "-r", inRoot("test", "setup", list)]);
}

/** What installKernel and serveThisFolder of scripts/jupyter.mjs write, and pip itself. */
const NOT_LENT =
  /(kernels[\\/]tslab|distillation-live|lab[\\/]settings|jupyter_(lab|server)_config\.json|site-packages[\\/]pip.*)$/;

/** Gives an environment what this folder's set-up has installed by the same lists, where its Python is the same: pip finds it and downloads nothing. */
export function lendPackages(environment: string, python: string): void {
  const versionOf = (name: string) =>
    succeed(name, ["-c", "import sys; print(sys.version_info[:2])"]);
  if (versionOf(python) !== versionOf(venvPython)) return;
  for (const part of ["lib", "share", "etc"])
    cpSync(path.join(venv, part), path.join(environment, part), {
      recursive: true,
      // Python compiles a module again whose time is not the one that it was compiled at.
      preserveTimestamps: true,
      filter: (file) => !NOT_LENT.test(file),
    });
}
