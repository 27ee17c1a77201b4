import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, jupyterEnvironment, root, venvPython } from "../../scripts/project.mjs";

/** Every notebook of the collection, as paths relative to notebooks/. */
export const notebookFiles: string[] = readdirSync(inRoot("notebooks"), {
  recursive: true,
  encoding: "utf8",
})
  .filter((file) => file.endsWith(".ipynb") && !file.includes(".ipynb_checkpoints"))
  .sort();

/** The command that npm run reproduce and the tests run, and its arguments. */
export const runnerCommand = (mode: "check" | "reproduce", files: string[]) => ({
  command: venvPython as string,
  args: [inRoot("scripts", "notebooks.py") as string, mode, ...files],
  options: { cwd: root as string, env: jupyterEnvironment() as NodeJS.ProcessEnv },
});

/** Runs notebooks to the end, comparing or rewriting their outputs. */
export function runNotebooks(
  mode: "check" | "reproduce",
  ...files: string[]
): SpawnSyncReturns<string> {
  const { command, args, options } = runnerCommand(mode, files);
  return spawnSync(command, args, { ...options, encoding: "utf8" });
}
