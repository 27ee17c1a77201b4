// Where things are, and how to run a program of the project's. Node's built-in modules only.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export const inRoot = (...parts) => path.join(root, ...parts);

const windows = process.platform === "win32";
export const venv = inRoot(".venv");
/** JupyterHub and what its seats run. */
export const hubVenv = inRoot(".venv-hub");
/** The interpreter of a virtual environment, in the layout of this operating system. */
export const pythonOf = (folder) =>
  windows ? path.join(folder, "Scripts", "python.exe") : path.join(folder, "bin", "python");
export const venvPython = pythonOf(venv);

/** Keeps all that Jupyter writes inside the repository, and its own kernel before the reader's. */
export function jupyterEnvironment() {
  mkdirSync(inRoot(".jupyter"), { recursive: true });
  return {
    ...process.env,
    JUPYTER_CONFIG_DIR: inRoot(".jupyter", "config"),
    JUPYTER_DATA_DIR: inRoot(".jupyter", "data"),
    JUPYTER_RUNTIME_DIR: inRoot(".jupyter", "runtime"),
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_PLATFORM_DIRS: "1",
    IPYTHONDIR: inRoot(".jupyter", "ipython"),
    PYTHONDONTWRITEBYTECODE: "1",
  };
}

/** A hash of some texts and files, to tell whether a step of the set-up must be done again. */
export function fingerprint(parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}
export const readIfThere = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** How to run npm: it gives its own path to the scripts it runs; "npm" alone is a batch file on Windows. */
export function npmCommand() {
  const npm = process.env.npm_execpath;
  return npm ? [process.execPath, npm] : ["npm"];
}

/** Programs now running, so that an interrupt can wait for them. */
const running = new Set();

/** Runs a program to its end; resolves to its exit status (130 after an interrupt). */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    running.add(child);
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve(signal ? 130 : code);
    });
  });
}

/** Passes interrupts on to the running programs and waits for them, `patience` milliseconds, before it kills them. */
export function forwardInterrupts(onInterrupt = () => {}, patience = 1500) {
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      onInterrupt();
      for (const child of running) child.kill(signal);
      setTimeout(() => {
        for (const child of running) child.kill("SIGKILL");
      }, patience).unref();
    });
  }
}
