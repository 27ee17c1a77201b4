// Installs whatever is missing, a line a step; a second run finds nothing to do. Node's built-in modules only.
import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { isBuilt } from "./build.mjs";
import {
  fingerprint,
  forwardInterrupts,
  inRoot,
  readIfThere,
  root,
  run,
  venv,
  venvPython,
} from "./project.mjs";

const OLDEST_PYTHON = [3, 10];
const logFile = inRoot(".cache", "setup.log");
const lockFile = inRoot(".cache", "setup.lock");

/** A fault that the reader can mend; its message is the whole explanation. */
class SetupFault extends Error {}

let interrupted = false;

function reasonIn(log) {
  if (/ENOSPC|No space left/i.test(log)) return "the disk is full";
  if (/EACCES|EPERM|Permission denied/i.test(log))
    return "a file cannot be written (permission denied)";
  const network =
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ENETUNREACH|NewConnectionError|Max retries|name resolution|network/i;
  if (network.test(log))
    return "the package registry cannot be reached; check the network or proxy";
  return "the installer reported an error";
}

/** Runs one step, prints it with its duration, and turns a failure into one plain line. */
async function step(name, work) {
  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  console.log(`set-up: ${name} …`);
  const pulse = setInterval(
    () => console.log(`set-up: ${name}, still working (${seconds()})`),
    15000,
  );
  try {
    const status = await work();
    if (interrupted) throw new SetupFault("interrupted; run the same command to go on from here");
    if (status) {
      const reason = reasonIn(readIfThere(logFile));
      throw new SetupFault(`${name} failed: ${reason}. Details are in .cache/setup.log`);
    }
  } finally {
    clearInterval(pulse);
  }
  console.log(`set-up: ${name} done in ${seconds()}`);
}

/** Runs an installer with its output in the log, so that a failure can be explained in a line. */
async function logged(command, args, options = {}) {
  const log = openSync(logFile, "w");
  try {
    return await run(command, args, { stdio: ["ignore", log, log], ...options });
  } finally {
    closeSync(log);
  }
}

async function nodePackages() {
  const stamp = inRoot("node_modules", ".installed-from");
  const wanted = fingerprint(
    ["package.json", "lib/package.json", "package-lock.json"].map((file) =>
      readFileSync(inRoot(file), "utf8"),
    ),
  );
  if (readIfThere(stamp) === wanted) return;
  // npm gives its own path to the scripts it runs; "npm" alone is a batch file on Windows.
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ["npm"];
  // No package of ours needs an install script: zeromq, Biome and Rolldown ship their binaries.
  const flags = [
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=1",
    "--loglevel=error",
  ];
  await step("node packages", () => logged(command, [...first, ...flags]));
  writeFileSync(stamp, wanted);
}

async function library() {
  if (isBuilt()) return;
  await step("compiling lib", async () => {
    const status = await logged(process.execPath, [inRoot("scripts", "build.mjs")]);
    if (status && !interrupted) {
      console.error(readIfThere(logFile).trim());
      throw new SetupFault("lib does not compile; the messages above say where");
    }
    return status;
  });
}

/** The first Python 3 on this machine that is new enough and can make virtual environments. */
function findPython() {
  const windows = process.platform === "win32";
  const candidates = [
    ...(process.env.PYTHON ? [[process.env.PYTHON]] : []),
    ...(windows ? [["py", "-3"], ["python"]] : [["python3"], ["python"]]),
  ];
  const probe = "import sys; print(*sys.version_info[:2]); import venv, ensurepip";
  let found = null;
  for (const [command, ...first] of candidates) {
    const answer = spawnSync(command, [...first, "-c", probe], { encoding: "utf8" });
    const version = /^(\d+) (\d+)/.exec(answer.stdout ?? "");
    if (answer.error || !version) continue;
    const [major, minor] = version.slice(1).map(Number);
    const old =
      major < OLDEST_PYTHON[0] || (major === OLDEST_PYTHON[0] && minor < OLDEST_PYTHON[1]);
    if (!old && answer.status === 0) return [command, ...first];
    found ??= { command, version: `${major}.${minor}`, old };
  }
  const needed = OLDEST_PYTHON.join(".");
  if (!found)
    throw new SetupFault(
      `no Python 3 found; install Python ${needed} or newer, or set PYTHON to its path`,
    );
  if (found.old)
    throw new SetupFault(
      `${found.command} is Python ${found.version}; install Python ${needed} or newer, or set PYTHON to its path`,
    );
  throw new SetupFault(
    `${found.command} (Python ${found.version}) has no venv module; install it (on Debian and Ubuntu: apt install python3-venv)`,
  );
}

/** Writes a file of the virtual environment, its folders with it. */
function place(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  if (readIfThere(file) !== content) writeFileSync(file, content);
}

/** The tslab kernel and the settings of JupyterLab, all inside the virtual environment. */
function configureJupyter() {
  const placeJson = (file, content) =>
    place(path.join(venv, file), `${JSON.stringify(content, null, 1)}\n`);
  // JupyterLab runs CommonJS files of its own, which this project's "type": "module" must not reach.
  placeJson("package.json", {});
  placeJson("share/jupyter/kernels/tslab/kernel.json", {
    argv: [
      process.execPath,
      inRoot("node_modules", "tslab", "bin", "tslab"),
      "kernel",
      "--config-path",
      "{connection_file}",
    ],
    display_name: "TypeScript",
    language: "typescript",
  });
  // Here and not on the command line, so that a reader's own flags win.
  placeJson("etc/jupyter/jupyter_server_config.json", {
    ServerApp: {
      ip: "127.0.0.1",
      root_dir: root,
      // A container's only user is often root; the server listens on loopback and asks for its token.
      ...(process.getuid?.() === 0 ? { allow_root: true } : {}),
    },
  });
  placeJson("etc/jupyter/jupyter_lab_config.json", {
    LabApp: { default_url: "/lab/tree/notebooks/index.ipynb" },
  });
  placeJson("share/jupyter/lab/settings/overrides.json", {
    // JupyterLab would ask to fetch news from the internet at its first start.
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    // The notebooks are short: with all cells on the page, searching and printing find all of them.
    "@jupyterlab/notebook-extension:tracker": { windowingMode: "none" },
    "@jupyterlab/docmanager-extension:plugin": { defaultViewers: { markdown: "Markdown Preview" } },
  });
}

const venvStamp = path.join(venv, ".installed-from");

/** What the virtual environment must be made from; one that was moved needs making anew, since it knows its own place. */
function venvFingerprint() {
  const lists = ["requirements.txt", "constraints.txt"];
  return fingerprint([...lists.map((file) => readFileSync(inRoot(file), "utf8")), root]);
}

const venvIsReady = () => readIfThere(venvStamp) === venvFingerprint() && existsSync(venvPython);

async function pythonPackages([python, ...first]) {
  rmSync(venv, { recursive: true, force: true });
  await step("virtual environment", () => logged(python, [...first, "-m", "venv", venv]));
  const cache = process.env.PIP_CACHE_DIR ?? inRoot(".cache", "pip");
  const flags = [
    "--disable-pip-version-check",
    "--no-input",
    "--retries",
    "1",
    "--cache-dir",
    cache,
  ];
  const files = ["-r", inRoot("requirements.txt"), "-c", inRoot("constraints.txt")];
  await step("JupyterLab", () => logged(venvPython, ["-m", "pip", "install", ...flags, ...files]));
  writeFileSync(venvStamp, venvFingerprint());
}

/** One set-up at a time: two would install into the same folders. */
async function locked(work) {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  for (let told = false; ; ) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = Number(readIfThere(lockFile));
    if (!isAlive(owner)) rmSync(lockFile, { force: true });
    else if (interrupted) throw new SetupFault("interrupted while waiting");
    else {
      if (!told)
        console.log(`set-up: another set-up (process ${owner}) is running; waiting for it …`);
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

forwardInterrupts(() => {
  interrupted = true;
});
try {
  await locked(async () => {
    const withPython = !process.argv.includes("--without-python");
    // Looked for first, so that a missing Python is told before minutes are spent.
    const python = withPython && !venvIsReady() ? findPython() : null;
    await nodePackages();
    await library();
    if (python) await pythonPackages(python);
    if (withPython) configureJupyter();
  });
} catch (error) {
  if (error instanceof SetupFault) console.error(`set-up: ${error.message}`);
  else if (error.code === "ENOSPC" || error.code === "EACCES" || error.code === "EROFS")
    console.error(`set-up: ${error.path ?? "a file"} cannot be written (${error.code})`);
  else throw error;
  process.exitCode = interrupted ? 130 : 1;
}
