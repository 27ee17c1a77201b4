import { execFile, type SpawnSyncReturns, spawnSync } from "node:child_process";
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

/** Runs notebooks to the end, comparing or rewriting their outputs. */
export function runNotebooks(
  mode: "check" | "reproduce",
  ...files: string[]
): SpawnSyncReturns<string> {
  const args = [inRoot("scripts", "notebooks.py"), mode, ...files];
  return spawnSync(venvPython, args, { cwd: root, env: jupyterEnvironment(), encoding: "utf8" });
}

/** Compares the outputs of all notebooks without keeping this process from starting others; resolves to what is wrong. */
export function checkNotebooks(): Promise<string> {
  const args = [inRoot("scripts", "notebooks.py"), "check"];
  const options = { cwd: root, env: jupyterEnvironment() };
  return new Promise((resolve) => {
    execFile(venvPython, args, options, (error, _, stderr) =>
      resolve(error ? `${error.message}\n${stderr}` : stderr),
    );
  });
}
