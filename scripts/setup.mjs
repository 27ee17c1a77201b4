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

/** The tslab kernel and the settings of JupyterLab, both inside the virtual environment alone. */
function configureJupyter() {
  const share = path.join(venv, "share", "jupyter");
  const tslab = inRoot("node_modules", "tslab", "bin", "tslab");
  const kernel = {
    argv: [process.execPath, tslab, "kernel", "--config-path", "{connection_file}"],
    display_name: "TypeScript",
    language: "typescript",
  };
  place(
    path.join(share, "kernels", "tslab", "kernel.json"),
    `${JSON.stringify(kernel, null, 1)}\n`,
  );
  // JupyterLab would ask to fetch news from the internet at its first start.
  const settings = {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    "@jupyterlab/docmanager-extension:plugin": { defaultViewers: { markdown: "Markdown Preview" } },
  };
  place(
    path.join(share, "lab", "settings", "overrides.json"),
    `${JSON.stringify(settings, null, 1)}\n`,
  );
}

async function pythonPackages() {
  const stamp = path.join(venv, ".installed-from");
  const lists = ["requirements.txt", "constraints.txt"].map((file) =>
    readFileSync(inRoot(file), "utf8"),
  );
  // A virtual environment knows its own place, so a folder that was moved needs a new one.
  const wanted = fingerprint([...lists, root]);
  if (readIfThere(stamp) !== wanted || !existsSync(venvPython)) {
    const [python, ...first] = findPython();
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
    await step("JupyterLab", () =>
      logged(venvPython, ["-m", "pip", "install", ...flags, ...files]),
    );
    writeFileSync(stamp, wanted);
  }
  configureJupyter();
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
    await nodePackages();
    await library();
    if (!process.argv.includes("--without-python")) await pythonPackages();
  });
} catch (error) {
  if (error instanceof SetupFault) console.error(`set-up: ${error.message}`);
  else if (error.code === "ENOSPC" || error.code === "EACCES" || error.code === "EROFS")
    console.error(`set-up: ${error.path ?? "a file"} cannot be written (${error.code})`);
  else throw error;
  process.exitCode = interrupted ? 130 : 1;
}
