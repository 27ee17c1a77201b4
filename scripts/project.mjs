// Where things are, and how to run a program of the project's. Node's built-in modules only.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
export const inRoot = (...parts) => path.join(root, ...parts);

/** The rules for paths of an operating system, as process.platform names it. */
const pathsOf = (platform) => (platform === "win32" ? path.win32 : path.posix);

export const venv = inRoot(".venv");
/** JupyterHub and what its seats run. */
export const hubVenv = inRoot(".venv-hub");
/** The interpreter of a virtual environment, in the layout of this operating system. */
export const pythonOf = (folder, platform = process.platform) =>
  pathsOf(platform).join(
    folder,
    ...(platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]),
  );
export const venvPython = pythonOf(venv);

/** Commands that may be a Python, the likeliest first; `py` is the launcher that Windows' installer brings. */
export const pythonCandidates = (named = process.env.PYTHON, platform = process.platform) => [
  ...(named ? [[named]] : []),
  ...(platform === "win32" ? [["py", "-3"], ["python"]] : [["python3"], ["python"]]),
];

/** Variables of the user's that would lead a child elsewhere, and those of the same kind that it needs; Windows knows no case. */
const FOREIGN = [
  // Where npm installs, what it leaves out; not how it reaches its registry.
  {
    drop: /^npm_config_/i,
    keep: /registry|proxy|^npm_config_(ca|cafile|cert|key|strict_ssl|cache|fetch_.*|offline|prefer_.*|userconfig|globalconfig)$/i,
  },
  // Leaves out the packages for development; the collection is compiled here.
  { drop: /^NODE_ENV$/i },
  // Where pip installs, what it demands; not how it reaches its index.
  { drop: /^PIP_/i, keep: /INDEX|PROXY|CERT|HOST|CACHE|CONFIG_FILE|FIND_LINKS|TIMEOUT|KEYRING/i },
  // Another interpreter's modules and settings.
  { drop: /^(PYTHON.+|__PYVENV_LAUNCHER__)$/i },
  // Other kernels, settings and extensions; a hub's variables, tokens and ports stay.
  { drop: /^(JUPYTER_(PATH|NO_CONFIG|.*_DIR|CONFIG_PATH)|JUPYTERLAB_.*)$/i },
];

/** This process's variables without those that would lead elsewhere. */
export const ownEnvironment = (variables = process.env) =>
  Object.fromEntries(
    Object.entries(variables).filter(
      ([name]) => !FOREIGN.some(({ drop, keep }) => drop.test(name) && !keep?.test(name)),
    ),
  );

/** Whether this user may make files in a folder, or in the one that it would be made in. */
const isWritable = (folder) => {
  try {
    accessSync(existsSync(folder) ? folder : path.dirname(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** What Jupyter writes for the project: in the repository, or with the user where that is a shared one to read only. */
function jupyterFolder() {
  const home = process.env.XDG_STATE_HOME ?? path.join(homedir(), ".local", "state");
  const folder = isWritable(inRoot(".jupyter"))
    ? inRoot(".jupyter")
    : path.join(home, "distillation");
  try {
    mkdirSync(folder, { recursive: true });
  } catch ({ code }) {
    console.error(
      `${folder} cannot be made (${code}); Jupyter needs a folder to write in: XDG_STATE_HOME can name one`,
    );
    process.exit(1);
  }
  return folder;
}

/** Keeps all that Jupyter writes in a folder of the project's, and its own kernel before the reader's. */
export function jupyterEnvironment() {
  const folder = jupyterFolder();
  return {
    ...ownEnvironment(),
    JUPYTER_CONFIG_DIR: path.join(folder, "config"),
    JUPYTER_DATA_DIR: path.join(folder, "data"),
    JUPYTER_RUNTIME_DIR: path.join(folder, "runtime"),
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_PLATFORM_DIRS: "1",
    IPYTHONDIR: path.join(folder, "ipython"),
    PYTHONDONTWRITEBYTECODE: "1",
  };
}

/** Where pages are published. */
export const publishFolder = path.resolve(process.env.PUBLISH_FOLDER ?? inRoot("build"));

/** A new folder beside what is published, which will take its place once it is whole. */
export function stagingFolder(mode) {
  try {
    mkdirSync(publishFolder, { recursive: true });
    const folder = mkdtempSync(path.join(publishFolder, `.${mode}-`));
    chmodSync(folder, 0o755);
    return folder;
  } catch ({ code }) {
    console.error(
      `${mode}: ${publishFolder} cannot be written (${code}); PUBLISH_FOLDER can name another folder`,
    );
    process.exit(1);
  }
}

/** Arguments with each path made absolute that leads to something from where the command was typed; npm changes the folder. */
export function existingPaths(args) {
  const typedIn = process.env.INIT_CWD ?? process.cwd();
  return args.map((arg) => {
    const file = path.resolve(typedIn, arg);
    return !arg.startsWith("-") && existsSync(file) ? file : arg;
  });
}

/** With ignore-scripts npm skips the "pre…" script of a command; sets up in its place. */
export function setUpIfSkipped(...flags) {
  if (process.env.npm_config_ignore_scripts !== "true") return;
  const { status } = spawnSync(process.execPath, [inRoot("scripts", "setup.mjs"), ...flags], {
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** A hash of some texts and files, to tell whether a step of the set-up must be done again. */
export function fingerprint(parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}
export const readIfThere = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** A name that the operating system gives to one process and takes back when that ends; on macOS a file stays behind. */
export function lockName(platform = process.platform) {
  const name = `distillation-set-up-${fingerprint([realpathSync(root)]).slice(0, 16)}`;
  if (platform === "win32") return `\\\\.\\pipe\\${name}`;
  return platform === "linux" ? `\0${name}` : path.join(tmpdir(), name);
}

/**
 * How to run npm: it gives its own path to the scripts it runs. On Windows "npm" alone is a batch file, which Node starts only
 * through a shell: there npm lies beside Node.
 */
export function npmCommand(
  npm = process.env.npm_execpath,
  platform = process.platform,
  node = process.execPath,
) {
  if (npm) return [node, npm];
  const { dirname, join } = path.win32;
  return platform === "win32"
    ? [node, join(dirname(node), "node_modules", "npm", "bin", "npm-cli.js")]
    : ["npm"];
}

/** Programs now running, so that an interrupt can wait for them. */
const running = new Set();

/** Runs a program to its end; resolves to its exit status (130 after an interrupt). */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      env: ownEnvironment(),
      ...options,
    });
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

/** Sends a signal to the running programs and kills those that are still there `patience` milliseconds later. */
export function stop(signal, patience = 4000) {
  for (const child of running) child.kill(signal);
  setTimeout(() => {
    for (const child of running) child.kill("SIGKILL");
  }, patience).unref();
}

/** Passes interrupts on to the running programs and waits for them, `patience` milliseconds, before it kills them. */
export function forwardInterrupts(onInterrupt = () => {}, patience = 1500) {
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      onInterrupt();
      stop(signal, patience);
    });
  }
}
