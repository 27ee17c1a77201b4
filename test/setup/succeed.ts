import { spawnSync } from "node:child_process";
import { expect } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, venvPython } from "../../scripts/project.mjs";

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
